"""One module for each format that a plan can be sent on in."""
