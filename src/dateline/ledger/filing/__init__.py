"""Taking in: everything that is written when a dispatch, or an editor's word, arrives."""
