"""Webhooks that exist at providers: made when the first needs them, kept alive, removed with the last.

Knows the rows and the requests; leaves out what a trigger describes: the wizard. `docs/registrations.md` tells the whole.

    states       how one stands and what may happen to it: the machine, one table         rule
    timing       when it is tried again, renewed, made anew                               rule
    needs        which webhooks a trigger needs                                           rule
    aligning     the rows, brought to what is needed                                      deed
    enabling     a workflow for an account; disconnecting, tending: what people do        deed
    keeping      the loop that sees to what is due, by claims of claiming                 deed
    attempts     one attempt, for whom (errands), after opening, up to concluding         deed
    resolving    after a lost answer                                                      deed
    reconciling  theirs beside ours: listing reads, comparing finds                       deed
    impact       what goes when something goes                                            deed
    setup        sending the setup request with the sandbox account                       deed

    requests     the form of a request, as values
    scope        what its templates may read
    rendering    from the form to bytes; applying: authorization on it                    rule
    outcomes     what an answer means, in words for a person                              rule
    naming       by what a webhook is named at the provider                               rule
    masking      an exchange without its secrets                                          rule
    kept         values kept of an answer
"""
