/** Stores a secret without leaving the form that needs it. */

import { useState } from "preact/hooks";
import { type Problem, change } from "../api/client";
import { SetSecretDocument } from "../gql/graphql";
import { Button, Deed } from "../parts/basics";

/** onDone: with the name of what was stored, or null. Not a form of its own: it stands inside one. */
export function NewSecret({ onDone }: { onDone: (name: string | null) => void }) {
  const [value, setValue] = useState({ name: "", value: "" });
  const [problems, setProblems] = useState<Problem[]>([]);
  const store = async () => {
    const done = await change(SetSecretDocument, value);
    setProblems(done.problems);
    if (done.problems.length === 0) onDone(value.name);
  };
  return (
    <div class="sub" role="group" aria-label="A new secret">
      <div class="two">
        <label class="field">
          <span>Name</span>
          <input
            class="mono"
            placeholder="SIGNING_SECRET"
            autoFocus
            autoComplete="off"
            value={value.name}
            onInput={(event) => setValue({ ...value, name: event.currentTarget.value.toUpperCase() })}
          />
        </label>
        <label class="field">
          <span>Value</span>
          <input
            class="mono"
            type="password"
            autoComplete="off"
            value={value.value}
            onInput={(event) => setValue({ ...value, value: event.currentTarget.value })}
          />
        </label>
      </div>
      {problems.map((each) => (
        <p key={each.message} class="wrong-text" role="alert">
          {each.message}
        </p>
      ))}
      <div class="row end">
        <Button onClick={() => onDone(null)}>Cancel</Button>
        <Deed kind="primary" does="Store the secret" doing="Storing …" onDo={store} />
      </div>
    </div>
  );
}
