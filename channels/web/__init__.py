"""The web chat: the channel behind the widget, the widget itself, and the few pages that it serves.

`channel.py` is the class that Rasa loads; `routes.py` and `pages.py` hold what can be asked for over HTTP, described in
`openapi.yml`; `conversations.py` is the way of one message; `widget/` holds the parts that make `/widget.js`.
"""
