"""Pulling runs, saying how they ended, and retrying them."""

from datetime import timedelta

import strawberry
from strawberry import Maybe

from api.auth import Info, caller_of, domain_of
from api.described import entry, output
from api.mutation import Given, Payload, mutation
from api.node import known
from api.starts import Run
from domain.identity import Kind
from domain.runs import pulling
from domain.runs.pulling import DEFAULT_CLAIMED, DEFAULT_LEASE, Claim, Ending, Held


@entry
class ClaimRunsInput:
    """What an engine wants to do next."""

    workflow_id: Maybe[strawberry.ID | None] = strawberry.field(
        description="Runs of this workflow; of all without an endpoint when absent."
    )
    first: Maybe[int] = strawberry.field(
        description="How many at most: 1 to 100, 10 when absent. There may be fewer, or none."
    )
    lease_seconds: Maybe[int] = strawberry.field(
        description="How long they are yours: 1 to 3600 seconds, 60 when absent."
    )


@output
class ClaimRunsPayload(Payload):
    """What came of claiming."""

    runs: list[Run] | None = strawberry.field(
        default=None, description="Runs that are yours until the lease ends, oldest first."
    )


@entry
class CompleteRunInput:
    """A run that is done."""

    run_id: strawberry.ID = strawberry.field(description="The run's id.")
    attempt: int = strawberry.field(description="Its `attempt`, as it was claimed.")
    answer: Maybe[str | None] = strawberry.field(
        description="What to keep of it, at most 2000 characters."
    )


@output
class CompleteRunPayload(Payload):
    """What came of completing a run."""

    run: Run | None = strawberry.field(default=None, description="The run, done.")


@entry
class FailRunInput:
    """An attempt that failed."""

    run_id: strawberry.ID = strawberry.field(description="The run's id.")
    attempt: int = strawberry.field(description="Its `attempt`, as it was claimed.")
    error: str = strawberry.field(description="Why, for a person, at most 2000 characters. Needed.")
    retry_after_seconds: Maybe[int | None] = strawberry.field(
        description="Try again no earlier than so many seconds from now; six hours at most count."
    )


@output
class FailRunPayload(Payload):
    """What came of failing an attempt."""

    run: Run | None = strawberry.field(
        default=None, description="The run: PENDING, or DEAD after the last attempt."
    )


@entry
class ExtendLeaseInput:
    """A run that takes longer."""

    run_id: strawberry.ID = strawberry.field(description="The run's id.")
    attempt: int = strawberry.field(description="Its `attempt`, as it was claimed.")
    lease_seconds: int = strawberry.field(
        description="How long from now it is yours: 1 to 3600 seconds."
    )


@output
class ExtendLeasePayload(Payload):
    """What came of holding a run longer."""

    run: Run | None = strawberry.field(
        default=None, description="The run, with its new `heldUntil`."
    )


@entry
class RetryRunInput:
    """A run to try at once."""

    run_id: strawberry.ID = strawberry.field(description="The run's id: DEAD or PENDING.")


@output
class RetryRunPayload(Payload):
    """What came of retrying a run."""

    run: Run | None = strawberry.field(default=None, description="The run, due now.")


@output
class RunMutations:
    """Changes of runs."""

    @mutation("workflowId")
    async def claim_runs(self, info: Info, given: Given[ClaimRunsInput]) -> ClaimRunsPayload:
        """Take runs that are due. Complete or fail each before its lease ends, or it is given out again."""
        wanted = given.workflow_id.value if given.workflow_id else None
        lease = (
            timedelta(seconds=given.lease_seconds.value) if given.lease_seconds else DEFAULT_LEASE
        )
        claim = Claim(
            workflow_id=known(wanted, Kind.WORKFLOW) if wanted is not None else None,
            most=given.first.value if given.first else DEFAULT_CLAIMED,
            lease=lease,
        )
        rows = await pulling.claim_runs(caller_of(info), claim)
        return ClaimRunsPayload(runs=[Run(row=row) for row in rows])

    @mutation("runId")
    async def complete_run(self, info: Info, given: Given[CompleteRunInput]) -> CompleteRunPayload:
        """Say that a run is done. Refused when its hold was lost."""
        ending = Ending(answer=(given.answer.value or "") if given.answer else "")
        held = Held(known(given.run_id, Kind.RUN), given.attempt)
        row = await pulling.end_attempt(domain_of(info), caller_of(info), held, ending)
        return CompleteRunPayload(run=Run(row=row))

    @mutation("runId")
    async def fail_run(self, info: Info, given: Given[FailRunInput]) -> FailRunPayload:
        """Say that an attempt failed. The run is tried again later, on the schedule of POSTs."""
        seconds = given.retry_after_seconds.value if given.retry_after_seconds else None
        asked = None if seconds is None else timedelta(seconds=seconds)
        held = Held(known(given.run_id, Kind.RUN), given.attempt)
        ending = Ending(error=given.error, asked=asked)
        row = await pulling.end_attempt(domain_of(info), caller_of(info), held, ending)
        return FailRunPayload(run=Run(row=row))

    @mutation("runId")
    async def extend_lease(self, info: Info, given: Given[ExtendLeaseInput]) -> ExtendLeasePayload:
        """Hold a run longer. Refused when its hold was lost."""
        held = Held(known(given.run_id, Kind.RUN), given.attempt)
        lease = timedelta(seconds=given.lease_seconds)
        row = await pulling.extend_lease(domain_of(info), caller_of(info), held, lease)
        return ExtendLeasePayload(run=Run(row=row))

    @mutation("runId")
    async def retry_run(self, info: Info, given: Given[RetryRunInput]) -> RetryRunPayload:
        """Have a run tried at once. A dead one begins a whole new schedule."""
        identifier = known(given.run_id, Kind.RUN)
        row = await pulling.retry_run(domain_of(info), caller_of(info), identifier)
        return RetryRunPayload(run=Run(row=row))
