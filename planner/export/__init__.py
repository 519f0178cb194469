"""One module for each format that a plan can be sent on in. Each proves itself with the software that receives it."""
