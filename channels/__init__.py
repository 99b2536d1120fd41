"""The doors of the assistant: input channels and the store of conversations. Runs inside the Rasa server."""
