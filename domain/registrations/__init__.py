"""Webhooks that exist at providers: the requests that make, renew and remove them.

Knows how a request is rendered, sent with the sandbox account, shown without its secrets, and what of its
answer is kept. Leaves out when a trigger needs one: the wizard.

    requests   the form of a request, as values
    scope      what its templates may read
    rendering  from the form to bytes
    applying   authorization, on a rendered request
    masking    an exchange without its secrets
    kept       values kept of an answer
    setup      sending the setup request with the sandbox account
"""
