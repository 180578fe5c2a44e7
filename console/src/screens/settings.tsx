/** The project: its secrets and its editor tokens. */

import { useState } from "preact/hooks";
import { type Problem, change } from "../api/client";
import { useQuery } from "../api/hooks";
import {
  CreateEditorTokenDocument,
  CreateUserTokenKeyDocument,
  DeleteSecretDocument,
  RevokeEditorTokenDocument,
  RevokeUserTokenKeyDocument,
  SettingsDocument,
  type SettingsQuery,
} from "../gql/graphql";
import { Button, Confirm, Copy, Deed, Empty, Head, Notice, waiting } from "../parts/basics";
import { Area, Text } from "../parts/fields";
import { Form } from "../parts/form";
import { Badge } from "../parts/outcome";
import { Time } from "../parts/time";
import { NewSecret } from "../wizard/new-secret";

type Project = Extract<SettingsQuery["viewer"], { project: unknown }>["project"];

export default function Settings() {
  const asked = useQuery(SettingsDocument, {}, { pollMs: 10_000 });
  const viewer = asked.data?.viewer;
  if (!viewer) return waiting(asked, "the settings");
  if (!("project" in viewer))
    return <Empty title="This is a customer's token">The console needs an editor token.</Empty>;
  const { project } = viewer;
  return (
    <div class="page">
      <Head title="Settings" about={project.name} />
      <Secrets project={project} />
      <Tokens project={project} />
      <Keys project={project} />
    </div>
  );
}

const said = (problems: Problem[]) => problems.map((each) => each.message).join(" ");

function Secrets({ project }: { project: Project }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="card" aria-labelledby="secrets-title">
      <div class="card-head">
        <div>
          <h2 id="secrets-title">Secrets</h2>
          <p class="hint">
            Named values for templates: <code>{"{{secrets.NAME}}"}</code>. Encrypted, and never shown again. Storing one
            under a name that exists replaces it.
          </p>
        </div>
        {!isOpen && <Button onClick={() => setOpen(true)}>Store a secret</Button>}
      </div>
      <div class="stack">
        {isOpen && <NewSecret onDone={() => setOpen(false)} />}
        {project.secrets.length === 0 && !isOpen && (
          <Empty title="No secret is stored">Signing secrets and API tokens of yours belong here.</Empty>
        )}
        <ul class="list">
          {project.secrets.map((each) => (
            <li key={each.name} class="list-row flush">
              <code class="list-name">{each.name}</code>
              <span class="list-side">
                <span>
                  set <Time at={each.updatedAt} />
                </span>
                <Confirm
                  ask="Delete"
                  does={`Delete ${each.name}`}
                  doing="Deleting …"
                  onDo={async () => said((await change(DeleteSecretDocument, { name: each.name })).problems)}
                >
                  <p>Whatever names it fails closed from then on: deliveries that are verified with it are refused.</p>
                </Confirm>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function Tokens({ project }: { project: Project }) {
  const [name, setName] = useState("");
  const [made, setMade] = useState("");
  const [problems, setProblems] = useState<Problem[]>([]);
  const make = async () => {
    const done = await change(CreateEditorTokenDocument, { name });
    setProblems(done.problems);
    setMade(done.payload?.token ?? "");
    if (done.problems.length === 0) setName("");
  };
  return (
    <section class="card" aria-labelledby="tokens-title">
      <div class="card-head">
        <div>
          <h2 id="tokens-title">Editor tokens</h2>
          <p class="hint">Whoever has one may change everything in this project.</p>
        </div>
      </div>
      <div class="stack">
        {made && (
          <Notice tone="good">
            <p>This is the token. It is shown this once.</p>
            <Copy label="The new token" text={made} />
          </Notice>
        )}
        <ul class="list">
          {project.editorTokens.map((each) => (
            <li key={each.id} class="list-row flush">
              <span class="list-name">{each.name}</span>
              <span class="list-side">
                <span>
                  made <Time at={each.createdAt} />
                </span>
                {each.revokedAt ? (
                  <Badge tone="plain">Revoked</Badge>
                ) : (
                  <Confirm
                    ask="Revoke"
                    does="Revoke the token"
                    doing="Revoking …"
                    onDo={async () => said((await change(RevokeEditorTokenDocument, { tokenId: each.id })).problems)}
                  >
                    <p>{each.name} is not accepted any more from then on. If it is yours, this page signs you out.</p>
                  </Confirm>
                )}
              </span>
            </li>
          ))}
        </ul>
        <Form label="New editor token" problems={problems} onSubmit={() => void make()}>
          <Text label="Name of a new token" path="name" value={name} onValue={setName} />
          <div class="row end">
            <Deed does="Make a token" doing="Making …" onDo={make} />
          </div>
        </Form>
      </div>
    </section>
  );
}

function Keys({ project }: { project: Project }) {
  const [value, setValue] = useState({ name: "", publicKey: "" });
  const [problems, setProblems] = useState<Problem[]>([]);
  const add = async () => {
    const done = await change(CreateUserTokenKeyDocument, value);
    setProblems(done.problems);
    if (done.problems.length === 0) setValue({ name: "", publicKey: "" });
  };
  return (
    <section class="card" aria-labelledby="keys-title">
      <div class="card-head">
        <div>
          <h2 id="keys-title">User-token keys</h2>
          <p class="hint">
            Your server signs a token for each customer with its private key; the public one is registered here. Several
            may count at once, while keys are changed.
          </p>
        </div>
      </div>
      <div class="stack">
        <ul class="list">
          {project.userTokenKeys.map((each) => (
            <li key={each.id} class="list-row flush">
              <span>
                <span class="list-name">{each.name}</span>
                <span class="list-about">
                  {" "}
                  {each.algorithm}, kid <code>{each.id}</code>
                </span>
              </span>
              <span class="list-side">
                <span>
                  registered <Time at={each.createdAt} />
                </span>
                {each.revokedAt ? (
                  <Badge tone="plain">Revoked</Badge>
                ) : (
                  <Confirm
                    ask="Revoke"
                    does="Revoke the key"
                    doing="Revoking …"
                    onDo={async () => said((await change(RevokeUserTokenKeyDocument, { keyId: each.id })).problems)}
                  >
                    <p>Every token that was signed with {each.name} ends at once.</p>
                  </Confirm>
                )}
              </span>
            </li>
          ))}
        </ul>
        <Form label="New user-token key" problems={problems} onSubmit={() => void add()}>
          <Text
            label="Name of a new key"
            path="name"
            value={value.name}
            onValue={(name) => setValue({ ...value, name })}
          />
          <Area
            label="Public key"
            path="publicKey"
            isMono
            rows={4}
            hint="PEM or JWK: RSA of at least 2048 bits, or P-256."
            value={value.publicKey}
            onValue={(publicKey) => setValue({ ...value, publicKey })}
          />
          <div class="row end">
            <Deed does="Register the key" doing="Registering …" onDo={add} />
          </div>
        </Form>
      </div>
    </section>
  );
}
