"""The one schema of the process, put together from its rooms."""

from api.described import output
from api.graph import Credential, Delivery, Integration, Registration, Trigger
from api.mutations.codes import CodeMutations
from api.mutations.diagnoses import DiagnosisMutations
from api.mutations.integrations import IntegrationMutations
from api.mutations.oauth import OAuthMutations
from api.mutations.previews import PreviewMutations
from api.mutations.projects import ProjectMutations
from api.mutations.registrations import RegistrationMutations
from api.mutations.replays import ReplayMutations
from api.mutations.runs import RunMutations
from api.mutations.samples import SampleMutations
from api.mutations.steps import StepMutations
from api.mutations.triggers import TriggerMutations
from api.mutations.webhooks import WebhookMutations
from api.mutations.workflows import WorkflowMutations
from api.projects import Project
from api.queries import Query
from api.replays import BulkReplayMutations, Replay, ReplaySubscription
from api.starts import Run, Workflow
from api.subscriptions import LiveSubscription
from api.transport.schema import Schema
from api.wall import UserWall


@output
class Mutation(
    IntegrationMutations,
    OAuthMutations,
    ProjectMutations,
    TriggerMutations,
    StepMutations,
    WebhookMutations,
    SampleMutations,
    CodeMutations,
    WorkflowMutations,
    RunMutations,
    ReplayMutations,
    BulkReplayMutations,
    PreviewMutations,
    RegistrationMutations,
    DiagnosisMutations,
):
    """What can be changed. What a person can fix comes back as `errors`, all of it at once."""


@output
class Subscription(LiveSubscription, ReplaySubscription):
    """What can be watched. Over WebSocket, Server-Sent Events, or multipart."""


schema = Schema(
    Query,
    Mutation,
    Subscription,
    types=(
        Project,
        Integration,
        Credential,
        Trigger,
        Registration,
        Delivery,
        Workflow,
        Run,
        Replay,
    ),
    extensions=(UserWall,),
)
