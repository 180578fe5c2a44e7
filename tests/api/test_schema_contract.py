"""The schema file is what is served, holds what was promised to front ends, and describes everything."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    Undefined,
    build_schema,
)

from api.schema import schema
from api.transport.schema import canonical_sdl

FILE = Path(__file__).parents[2] / "schema.graphql"
SERVED = build_schema(canonical_sdl(schema))
OURS = {name: kind for name, kind in SERVED.type_map.items() if not name.startswith("__")}

PROMISED = """
Query.node(id: ID!): Node
Query.nodes(ids: [ID!]!): [Node]!
Query.viewer: Viewer!
Query.providers(search: String, first: Int, after: String): ProviderConnection!
Query.provider(slug: String!): Provider
Query.integrations(first: Int, after: String): IntegrationConnection!
Query.integration(id: ID!): Integration
Query.trigger(id: ID!): Trigger
Query.delivery(id: ID!): Delivery
Editor.project: Project!
ConnectedUser.userId: String!
ConnectedUser.credentials(first: Int, after: String): CredentialConnection!
ConnectedUser.workflows(first: Int, after: String): UserWorkflowConnection!
UserWorkflow.id: ID!
UserWorkflow.enabledFor: [Credential!]!
UserWorkflow.userTargetUrl(credentialId: ID!): String
Credential.credentialId: ID!
Credential.reason: String
Credential.expiresAt: DateTime
Credential.exchange: Exchange
Integration.oauth: OAuthApp
Integration.providerIdLookup: ProviderIdLookup
OAuthApp.redirectUrl: String!
OAuthApp.missing: [String!]!
StartOAuthPayload.authorizationUrl: String
StartOAuthInput.integrationId: ID!
StartOAuthInput.userId: String
StartOAuthInput.isSandbox: Boolean
StartOAuthInput.returnUrl: String
StartOAuthInput.credentialId: ID
Integration.id: ID!
Integration.name: String!
Integration.slug: String!
Integration.provider: Provider
Integration.apiBaseUrl: String
Integration.authorization: IntegrationAuthorization!
Integration.webhookUrl: String!
Integration.sandboxCredential: Credential
Integration.credentials(first: Int, after: String): CredentialConnection!
Integration.triggers(status: TriggerStatus, first: Int, after: String): TriggerConnection!
Integration.unrouted(first: Int, after: String): DeliveryConnection!
Credential.id: ID!
Credential.integration: Integration!
Credential.userId: String!
Credential.providerId: String
Credential.isSandbox: Boolean!
Credential.status: CredentialStatus!
Credential.registrations(first: Int, after: String): RegistrationConnection!
Credential.createdAt: DateTime!
Trigger.id: ID!
Trigger.integration: Integration!
Trigger.name: String!
Trigger.description: String!
Trigger.creation: TriggerCreation!
Trigger.level: TriggerLevel!
Trigger.status: TriggerStatus!
Trigger.wizard: Wizard!
Trigger.targetUrl: String!
Trigger.userTargetUrl(credentialId: ID!): String
Trigger.setup: WebhookSetup
Trigger.response: WebhookResponse!
Trigger.handling: EventHandling!
Trigger.sample: Delivery
Trigger.variables(step: WizardStep!): [VariableGroup!]!
Trigger.deliveries(outcome: [DeliveryOutcome!], first: Int, after: String): DeliveryConnection!
Trigger.registrations(first: Int, after: String): RegistrationConnection!
Wizard.step: WizardStep!
Wizard.stepsRemaining: Int!
Wizard.canFinish: Boolean!
Wizard.steps: [WizardStepState!]!
WizardStepState.step: WizardStep!
WizardStepState.isComplete: Boolean!
WizardStepState.missing: [UserError!]!
Delivery.id: ID!
Delivery.receivedAt: DateTime!
Delivery.isTest: Boolean!
Delivery.method: String!
Delivery.path: String!
Delivery.query: [KeyValue!]!
Delivery.headers: [KeyValue!]!
Delivery.body: DeliveryBody!
Delivery.outcome: DeliveryOutcome!
Delivery.cause: RejectionCause
Delivery.explanation: String!
Delivery.reply: Reply!
Delivery.verdicts: [TriggerVerdict!]!
Delivery.duplicateOf: Delivery
UserError.code: UserErrorCode!
UserError.message: String!
UserError.path: [String!]!
PageInfo.hasNextPage: Boolean!
PageInfo.hasPreviousPage: Boolean!
PageInfo.startCursor: String
PageInfo.endCursor: String
TriggerConnection.edges: [TriggerEdge!]!
TriggerConnection.pageInfo: PageInfo!
TriggerEdge.node: Trigger!
TriggerEdge.cursor: String!
VerificationInput.none: Boolean
VerificationInput.provider: ProviderSchemeInput
VerificationInput.hmac: HmacVerificationInput
VerificationInput.basic: BasicVerificationInput
VerificationInput.token: TokenVerificationInput
VerificationInput.code: CustomCodeInput
VerificationInput.scheme: JSON
WebhookResponseInput.ok: Boolean
WebhookResponseInput.echoBody: Boolean
WebhookResponseInput.code: CustomCodeInput
CustomCodeInput.code: String!
CustomCodeInput.parameters: [KeyValueInput!]!
Delivery.console: [DeliveryConsoleLine!]!
WebhookResponseInput.acknowledgement: AcknowledgementInput
UpdateWebhookResponseInput.handshakes: [HandshakeRuleInput!]
UpdateWebhookResponseInput.rejectedStatus: Int
WebhookResponse.acknowledgement: Acknowledgement
WebhookResponse.rejectedStatus: Int!
Provider.acknowledgement: Acknowledgement
ReadyHandshake.parameters: [ReadyHandshakeParameter!]!
HandshakeConditionInput.oneOf: [JSON!]
HandshakeConditionInput.prefix: String
HandshakeRuleInput.show: [KeyValueInput!]
HandshakeRuleInput.followUp: HandshakeFollowUpInput
Delivery.followUp: FollowUp
Delivery.shownValues: [ShownValue!]!
FollowUp.method: String!
FollowUp.url: String!
FollowUp.state: FollowUpState!
FollowUp.attempts: Int!
FollowUp.status: Int
FollowUp.error: String!
Trigger.shownValues: [ShownValue!]!
Trigger.responsePreview: ResponsePreview
ShownValue.name: String!
ShownValue.value: String!
ShownValue.at: DateTime!
Query.workflows(first: Int, after: String): WorkflowConnection!
Query.workflow(id: ID!): Workflow
Query.runs(state: [RunState!], workflowId: ID, first: Int, after: String): RunConnection!
Query.run(id: ID!): Run
Trigger.output: TriggerOutput
Trigger.workflows(first: Int, after: String): WorkflowConnection!
Event.runs: [Run!]!
Workflow.trigger: Trigger
Workflow.endpoint: String
Workflow.filter: EventFilter
Workflow.status: WorkflowStatus!
Workflow.accounts(first: Int, after: String): CredentialConnection!
Workflow.runs(state: [RunState!], first: Int, after: String): RunConnection!
Run.workflow: Workflow
Run.credential: Credential
Run.delivery: Delivery
Run.eventId: ID!
Run.state: RunState!
Run.attempt: Int!
Run.output: JSON
Run.history: [RunAttempt!]!
Subscription.runUpdates(workflowId: ID, after: String): RunUpdateMessage!
RunUpdated.run: Run!
ClaimRunsPayload.runs: [Run!]
Subscription.listenForEvents(triggerId: ID!, after: String): ListenMessage!
Subscription.testStep(workflowId: ID!, after: String): TestStepMessage!
TestStepWaiting.targetUrl: String!
TestStepResult.output: JSON
DeliveryReceived.cursor: String!
DeliveryReceived.delivery: Delivery!
DeliveryReceived.isLookBack: Boolean!
ListenHeartbeat.cursor: String!
ListenHeartbeat.at: DateTime!
ListenEnded.cursor: String!
ListenEnded.reason: ListenEndReason!
"""
MUTATIONS = [
    "createIntegration",
    "updateIntegration",
    "deleteIntegration",
    "setSecret",
    "deleteSecret",
    "connectAccount",
    "lookUpProviderId",
    "refreshAccount",
    "startOAuth",
    "disconnectAccount",
    "createTrigger",
    "updateBasicInfo",
    "updateWebhookSetup",
    "runCustomCode",
    "diagnoseSignature",
    "applyDiagnosis",
    "sendSampleDelivery",
    "sendSetupRequest",
    "updateWebhookResponse",
    "updateEventHandling",
    "clearPersistedValues",
    "finishTrigger",
    "disableTrigger",
    "enableTrigger",
    "deleteTrigger",
    "createEditorToken",
    "createUserTokenKey",
    "revokeUserTokenKey",
    "revokeEditorToken",
    "createWorkflow",
    "updateWorkflow",
    "rotateWorkflowSecret",
    "deleteWorkflow",
    "claimRuns",
    "completeRun",
    "failRun",
    "extendLease",
    "retryRun",
    "previewHandling",
    "setExpectedSilence",
    "enableWorkflow",
    "disableWorkflow",
    "retryRegistration",
    "markRegistrationRemoved",
    "reconcileRegistrations",
    "fixRegistrationFinding",
    "replayDelivery",
    "previewReplayEvents",
    "replayEvents",
    "previewRetryRuns",
    "retryRuns",
    "cancelReplay",
    "replayEvent",
    "replayIntoTestStep",
    "routeDelivery",
]
ENUMS = {
    "TriggerCreation": {"API_REQUEST", "MANUAL"},
    "TriggerLevel": {"USER", "APP"},
    "TriggerStatus": {"DRAFT", "ACTIVE", "DISABLED"},
    "WizardStep": {"BASIC_INFO", "WEBHOOK_SETUP", "EVENT_HANDLING"},
    "WorkflowStatus": {"ACTIVE", "PAUSED", "STOPPED"},
    "RunState": {"PENDING", "RUNNING", "SUCCEEDED", "DEAD", "CANCELLED"},
    "FollowUpState": {"PENDING", "DONE", "FAILED"},
    "DeliveryOutcome": {"EVENT", "HANDSHAKE", "REJECTED", "FILTERED", "UNROUTED", "DUPLICATE"},
    "CredentialStatus": {"CONNECTED", "INVALID", "DISCONNECTED"},
    "ListenEndReason": {
        "COMPLETED",
        "EXPIRED",
        "TRIGGER_DELETED",
        "CURSOR_EXPIRED",
        "UNAUTHORIZED",
        "SHUTTING_DOWN",
    },
}
UNIONS = {
    "ListenMessage": {"DeliveryReceived", "ListenHeartbeat", "ListenEnded"},
    "TestStepMessage": {
        "TestStepWaiting",
        "DeliveryReceived",
        "TestStepResult",
        "ListenHeartbeat",
        "ListenEnded",
    },
    "RunUpdateMessage": {"RunUpdated", "ListenHeartbeat", "ListenEnded"},
    "Viewer": {"ConnectedUser", "Editor"},
}
NODES = {
    "Project",
    "Integration",
    "Credential",
    "Trigger",
    "Registration",
    "Delivery",
    "Workflow",
    "Run",
    "Replay",
}


def signatures() -> Iterator[str]:
    """Write every field as a line of PROMISED."""
    for name, kind in OURS.items():
        for field_name, field in getattr(kind, "fields", {}).items():
            arguments = getattr(field, "args", {})
            said = ", ".join(f"{each}: {arguments[each].type}" for each in sorted(arguments))
            yield f"{name}.{field_name}{f'({said})' if said else ''}: {field.type}"


def in_order(line: str) -> str:
    """Sort the arguments of a line of PROMISED."""
    head, bracket, rest = line.partition("(")
    arguments, _, kind = rest.rpartition(")")
    return f"{head}({', '.join(sorted(arguments.split(', ')))}){kind}" if bracket else line


def test_schema_file_is_what_is_served() -> None:
    assert FILE.read_text() == canonical_sdl(schema)


@pytest.mark.parametrize("line", PROMISED.split("\n")[1:-1])
def test_promised_field_stands_with_its_exact_type(line: str) -> None:
    assert in_order(line) in set(signatures())


@pytest.mark.parametrize("name", MUTATIONS)
def test_mutation_takes_one_input_and_answers_with_errors(name: str) -> None:
    assert SERVED.mutation_type is not None
    field = SERVED.mutation_type.fields[name]
    kind = name[0].upper() + name[1:]
    payload = OURS[f"{kind}Payload"]

    assert {each: str(field.args[each].type) for each in field.args} == {"input": f"{kind}Input!"}
    assert str(field.type) == f"{kind}Payload!"
    assert isinstance(payload, GraphQLObjectType)
    assert str(payload.fields["errors"].type) == "[UserError!]!"


def test_mutations_are_those_that_are_listed_here() -> None:
    assert SERVED.mutation_type is not None
    assert sorted(SERVED.mutation_type.fields) == sorted(MUTATIONS)


@pytest.mark.parametrize("name", ENUMS)
def test_enum_has_exactly_the_promised_values(name: str) -> None:
    kind = OURS[name]

    assert isinstance(kind, GraphQLEnumType)
    assert set(kind.values) == ENUMS[name]


@pytest.mark.parametrize("name", UNIONS)
def test_union_has_exactly_the_promised_members(name: str) -> None:
    kind = OURS[name]

    assert isinstance(kind, GraphQLUnionType)
    assert {member.name for member in kind.types} == UNIONS[name]


def test_nodes_are_those_that_can_be_asked_for_by_id() -> None:
    node = OURS["Node"]

    assert isinstance(node, GraphQLInterfaceType)
    assert {kind.name for kind in SERVED.get_possible_types(node)} == NODES


def test_exactly_one_way_inputs_say_so() -> None:
    chosen = {
        name
        for name, kind in OURS.items()
        if isinstance(kind, GraphQLInputObjectType) and kind.is_one_of
    }

    assert chosen == {
        "AccountAuthorizationInput",
        "DiagnosisSecretInput",
        "RequestAuthorizationInput",
        "RequestBodyInput",
        "VerificationInput",
        "WebhookResponseInput",
    }


def test_everything_is_described_in_sentences() -> None:
    def parts() -> Iterator[tuple[str, str | None]]:
        for name, kind in OURS.items():
            yield name, kind.description
            for value_name, value in getattr(kind, "values", {}).items():
                yield f"{name}.{value_name}", value.description
            for field_name, field in getattr(kind, "fields", {}).items():
                yield f"{name}.{field_name}", field.description
                for argument_name, argument in getattr(field, "args", {}).items():
                    yield f"{name}.{field_name}({argument_name})", argument.description

    builtin = {"Boolean", "Float", "ID", "Int", "String"}
    wrong = [
        name
        for name, text in parts()
        if name not in builtin
        and not (text and (text[0].isupper() or text[0] == "`") and text.rstrip().endswith("."))
    ]
    assert wrong == []


def test_nothing_has_a_default() -> None:
    defaults = [
        (name, field_name)
        for name, kind in OURS.items()
        for field_name, field in getattr(kind, "fields", {}).items()
        for each in [field, *getattr(field, "args", {}).values()]
        if getattr(each, "default_value", Undefined) is not Undefined
    ]

    assert defaults == []


def test_members_of_a_union_agree_on_the_types_of_shared_fields() -> None:
    for kind in OURS.values():
        if isinstance(kind, GraphQLUnionType):
            for one, other in combinations(kind.types, 2):
                for name in one.fields.keys() & other.fields.keys():
                    assert str(one.fields[name].type) == str(other.fields[name].type)
