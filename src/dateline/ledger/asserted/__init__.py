"""What a dispatch asserts, and what its words say about time, people, scene and size."""
