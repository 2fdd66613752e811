"""The reader: a pure function from a dispatch's text, time and language to a Reading."""
