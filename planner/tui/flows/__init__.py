"""What is asked, in which order, and what happens with the answers: opening, recovering, saving, leaving.

Each is a coroutine that runs in a worker, so that a question reads like a line of the story.
"""
