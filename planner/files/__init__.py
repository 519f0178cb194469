"""How plans and libraries rest on disk."""
