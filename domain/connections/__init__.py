"""Who uses Hookwright and what is connected: projects, tokens, secrets, integrations, accounts.

Knows who may do it and what is stored, sealed where it is secret. Leaves out triggers, and calling providers.

    callers          who calls
    projects         the company's workspace
    tokens           editor tokens
    user_token_keys  public keys of user tokens
    user_tokens      JSON Web Tokens by which a front end speaks for one user
    sessions         from a bearer text to a caller
    secrets          named developer tokens
    authorization    how requests to a provider are authorized, and the values of one account
    oauth_app        an integration's OAuth app
    lookup           how the Provider ID of an account is looked up
    integrations     a project's use of a provider
    credentials      connected accounts: who finds which, their values, disconnecting
    grants           what a token endpoint gives
    oauth_requests   the requests of OAuth, as authlib writes them
    oauth_calls      asking a token endpoint
    expiry           when a token ends, and when it is refreshed
    freshness        access tokens refreshed once, whoever asks
    looking_up       asking the provider whose account it is
    connecting       connecting an account
    return_urls      where a browser may be sent afterwards
    oauth_flows      connecting one by OAuth
    asking           what a person asks of the provider about an account
    tending          what accounts have due
"""
