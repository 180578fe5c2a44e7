/** Asks for the editor token, once. */

import { useState } from "preact/hooks";
import icon from "../icon.svg";
import { Button, Notice } from "../parts/basics";
import { Text } from "../parts/fields";
import { Form } from "../parts/form";
import { signIn, signedOutBecause } from "../session";

export function Door() {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState(signedOutBecause());
  const enter = () => (typed.trim() ? signIn(typed.trim()) : setProblem("Paste the token first."));
  return (
    <main class="door">
      <div class="card">
        <span class="brand">
          <img src={icon} alt="" />
          Hookwright
        </span>
        <h1>Open the editor</h1>
        <p class="about">
          <code>./run</code> prints an address that opens this page signed in, and the editor token. The token stays in
          this tab.
        </p>
        {problem && <Notice tone="bad">{problem}</Notice>}
        <Form label="Sign in" problems={[]} onSubmit={enter}>
          <Text label="Editor token" type="password" value={typed} onValue={setTyped} isMono autoFocus />
          <div class="row end">
            <Button kind="primary" type="submit">
              Open
            </Button>
          </div>
        </Form>
      </div>
    </main>
  );
}
