"""What can be done with plans and libraries: pure functions."""
