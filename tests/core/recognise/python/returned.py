"""What doubles return beside a mapping, in a file that says nothing of the web."""


def ask(action):
    if action == "list":
        return 200, {"data": []}  #: 200 status
    return 300, {"data": []}
