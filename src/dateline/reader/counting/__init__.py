"""How figures are found: number phrases, what they count, and what happened to whom."""
