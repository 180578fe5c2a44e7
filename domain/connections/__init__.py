"""Who uses Hookwright and what is connected: projects, tokens, secrets, integrations, accounts.

Knows who may do it and what is stored, sealed where it is secret. Leaves out triggers, and calling providers.

    callers        who calls
    projects       the company's workspace
    tokens         editor tokens
    secrets        named developer tokens
    authorization  how requests to a provider are authorized, and the values of one account
    integrations   a project's use of a provider
    credentials    connected accounts
"""
