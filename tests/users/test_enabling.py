"""A connected user enables workflows for their own accounts, sees how that goes, and nothing of anybody else."""

from typing import Final

from domain.models import Registration, WorkflowAccount
from tests.users.company import Company

ENABLE, DISABLE = (
    f"""
mutation ($input: {name}WorkflowInput!) {{
  {name.lower()}Workflow(input: $input) {{
    registration {{ id state isWanted attempts nextAttemptAt credential {{ id }} }} errors {{ code message path }}
  }}
}}"""
    for name in ("Enable", "Disable")
)
NODE: Final = "query ($id: ID!) { node(id: $id) { ... on Registration { id state isWanted } } }"


async def test_user_enables_and_disables_a_workflow_for_their_own_account(acme: Company) -> None:
    integration = await acme.integration()
    own = await acme.account(integration, "ada")
    workflow = await acme.workflow(await acme.trigger(integration))
    ada = acme.user("ada")

    made = (await ada.change(ENABLE, workflowId=workflow, credentialId=own))["registration"]

    assert (made["state"], made["isWanted"], made["credential"]) == ("ACTIVE", True, {"id": own})
    assert (await ada.data(NODE, id=made["id"]))["node"]["state"] == "ACTIVE"
    gone = (await ada.change(DISABLE, workflowId=workflow, credentialId=own))["registration"]
    assert (gone["id"], gone["isWanted"]) == (made["id"], False)
    assert await WorkflowAccount.filter(workflow_id=workflow).count() == 0


async def test_user_enables_nothing_for_anybody_else_and_sees_nobody_elses_webhook(
    acme: Company,
) -> None:
    integration = await acme.integration()
    own = await acme.account(integration, "ada")
    workflow = await acme.workflow(await acme.trigger(integration))
    grace = acme.user("grace")
    made = await acme.user("ada").change(ENABLE, workflowId=workflow, credentialId=own)

    refused = await grace.refused(ENABLE, workflowId=workflow, credentialId=own)
    seen = await grace.data(NODE, id=made["registration"]["id"])

    assert refused == [("NOT_FOUND", ["input", "credentialId"])]
    assert seen == {"node": None}
    assert await Registration.filter(credential_id=own).count() == 1


async def test_reasons_and_addresses_are_closed_to_users(acme: Company) -> None:
    query = "query ($id: ID!) { node(id: $id) { ... on Registration { %s } } }"
    for field in ("reason", "providerUrl", "webhookUrl", "exchange { sentAt }", "history { deed }"):
        error = await acme.user("ada").error(query % field, id="reg_1")
        assert error["extensions"]["code"] == "FORBIDDEN", field
