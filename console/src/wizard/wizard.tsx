/** The three steps and Finish. What is complete, and what is missing, the server says. */

import { useState } from "preact/hooks";
import { Link, useLocation, useSearch } from "wouter-preact";
import { type Problem, change } from "../api/client";
import { FinishTriggerDocument, type WizardStep } from "../gql/graphql";
import { Button, Deed, Notice } from "../parts/basics";
import { settled } from "../parts/saving";
import { VariableMenu } from "../parts/templates";
import { remaining } from "../screens/triggers";
import { Basics } from "./basics";
import { Handling } from "./handling";
import { Live } from "./live";
import { Manual } from "./manual";
import { Reply } from "./reply";
import { Setup } from "./setup";
import { STEPS, type Trigger, missingOf } from "./trigger";

export function Wizard({ trigger }: { trigger: Trigger }) {
  const [, go] = useLocation();
  const asked = new URLSearchParams(useSearch()).get("step");
  const [first] = useState(trigger.wizard.step); // completing a step does not push a person to the next
  const index = Math.max(
    0,
    STEPS.findIndex(([step, , slug]) => (asked ? slug === asked : step === first)),
  );
  const step = STEPS[index]![0];
  const to = (next: number) => go(`/triggers/${trigger.id}?step=${STEPS[next]![2]}`);
  return (
    <div class="stack">
      <Stepper trigger={trigger} index={index} onStep={to} />
      <div class="split">
        <div class="card">
          <VariableMenu triggerId={trigger.id} step={step}>
            {step === "BASIC_INFO" && <Basics trigger={trigger} />}
            {step === "WEBHOOK_SETUP" && (
              <div class="stack roomy">
                {trigger.creation === "MANUAL" ? <Manual trigger={trigger} /> : <Setup trigger={trigger} />}
                <Reply trigger={trigger} />
              </div>
            )}
            {step === "EVENT_HANDLING" && <Handling trigger={trigger} />}
          </VariableMenu>
          <Missing trigger={trigger} step={step} />
          <Foot trigger={trigger} index={index} onStep={to} />
        </div>
        <aside aria-label="Test pane">
          <Live trigger={trigger} />
        </aside>
      </div>
    </div>
  );
}

function Stepper({ trigger, index, onStep }: { trigger: Trigger; index: number; onStep: (index: number) => void }) {
  return (
    <ol class="steps" aria-label="Steps of the wizard">
      {STEPS.map(([step, title], at) => {
        const isDone = trigger.wizard.steps.find((each) => each.step === step)?.isComplete ?? false;
        return (
          <li key={step}>
            <button
              type="button"
              class={`step ${isDone ? "done" : ""}`}
              aria-current={at === index ? "step" : undefined}
              onClick={() => onStep(at)}
            >
              <span class="step-number" aria-hidden="true">
                {isDone ? "✓" : at + 1}
              </span>
              <span>
                <span class="step-title">{title}</span>
                <span class="step-state">{isDone ? "Complete" : "Not complete"}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** What no field shows: something that must be done. */
function Missing({ trigger, step }: { trigger: Trigger; step: WizardStep }) {
  const deeds = missingOf(trigger, step).filter((each) => each.path.length <= 1);
  if (deeds.length === 0) return null;
  return (
    <Notice tone="warn">
      <ul class="missing-list" aria-label="Still to do in this step">
        {deeds.map((each) => (
          <li key={each.message}>
            {each.message}{" "}
            {!trigger.integration.sandboxCredential && (
              <Link href={`/integrations/${trigger.integration.id}/accounts`}>Connect the sandbox account</Link>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Foot({ trigger, index, onStep }: { trigger: Trigger; index: number; onStep: (index: number) => void }) {
  const [problems, setProblems] = useState<Problem[]>([]);
  const { wizard, finishImpact } = trigger;
  const isComplete = wizard.steps.find((each) => each.step === STEPS[index]![0])?.isComplete ?? false;
  const isLast = index === STEPS.length - 1;
  const isLive = trigger.status !== "DRAFT" && !trigger.hasDraft;
  const finish = async () => {
    if (!(await settled()))
      return setProblems([
        { code: "INCOMPLETE", message: "Something on this page is not saved: see the problems above.", path: [] },
      ]);
    setProblems((await change(FinishTriggerDocument, { triggerId: trigger.id })).problems);
  };
  return (
    <footer class="wizard-foot">
      <span class="hint">{isLive ? "Live, nothing to finish" : remaining(wizard.stepsRemaining)}</span>
      {problems.map((each) => (
        <span key={each.message} class="wrong-text" role="alert">
          {each.message}
        </span>
      ))}
      {isLast && finishImpact.registrations > 0 && (
        <span class="missing-text">
          Finishing registers {finishImpact.registrations} {finishImpact.registrations === 1 ? "webhook" : "webhooks"}{" "}
          anew: {finishImpact.reasons.join(" ")}
        </span>
      )}
      <span class="row">
        <Button disabled={index === 0} onClick={() => onStep(index - 1)}>
          Back
        </Button>
        {isLast ? (
          <Deed
            kind="primary"
            does="Finish"
            doing="Publishing …"
            disabled={!wizard.canFinish || isLive}
            onDo={finish}
          />
        ) : (
          <Button kind="primary" disabled={!isComplete} onClick={() => onStep(index + 1)}>
            Next
          </Button>
        )}
      </span>
    </footer>
  );
}
