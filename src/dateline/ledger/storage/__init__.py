"""Tables, migrations and the one layer over SQLite and PostgreSQL."""
