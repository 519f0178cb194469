"""The places, and the dialogs over them."""
