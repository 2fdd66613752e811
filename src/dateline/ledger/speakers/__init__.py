"""Who speaks: names, offices, bodies and sides."""
