/** Step 1 of a new trigger: by hand, or from the provider's entry in the catalog. */

import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { type Problem, change } from "../api/client";
import { useQuery } from "../api/hooks";
import {
  CreateTriggerDocument,
  type CreateTriggerInput,
  IntegrationDocument,
  type TriggerCreation,
  type TriggerLevel,
} from "../gql/graphql";
import { Deed, Empty, Head, waiting } from "../parts/basics";
import { Area, Check, Choice, Text } from "../parts/fields";
import { Form } from "../parts/form";
import { CREATIONS, LEVELS } from "../wizard/basics";

interface Draft {
  name: string;
  description: string;
  creation: TriggerCreation | null;
  level: TriggerLevel | null;
  isPrefilled: boolean;
}

export default function NewTrigger({ integrationId }: { integrationId: string }) {
  const asked = useQuery(IntegrationDocument, { id: integrationId });
  const [, go] = useLocation();
  const [value, setValue] = useState<Draft>({
    name: "",
    description: "",
    creation: null,
    level: null,
    isPrefilled: true,
  });
  const [problems, setProblems] = useState<Problem[]>([]);
  const integration = asked.data?.integration;
  if (!integration) return waiting(asked, "the integration") ?? <Empty title="There is no such integration" />;
  const provider = integration.provider;
  const isPrefilled = Boolean(provider) && value.isPrefilled;
  const set = (to: Partial<Draft>) => setValue({ ...value, ...to });
  const make = async () => {
    const input: CreateTriggerInput = {
      integrationId,
      name: value.name,
      description: value.description,
      template: isPrefilled ? provider!.slug : null,
    };
    if (value.creation) input.creation = value.creation;
    if (value.level) input.level = value.level;
    const made = await change(CreateTriggerDocument, input);
    setProblems(made.problems);
    if (made.payload?.trigger) go(`/triggers/${made.payload.trigger.id}`);
  };
  return (
    <div class="page">
      <Head
        title="New trigger"
        crumbs={[
          ["Integrations", "/"],
          [integration.name, `/integrations/${integrationId}`],
        ]}
        about="Step 1 of 3. Everything can be changed afterwards, until and after it is finished."
      />
      <div class="card">
        <Form label="New trigger" problems={problems} onSubmit={() => void make()}>
          <Text
            label="Name"
            path="name"
            value={value.name}
            onValue={(name) => set({ name })}
            autoFocus
            placeholder="Item created"
          />
          <Area
            label="Description"
            path="description"
            isOptional
            rows={2}
            value={value.description}
            onValue={(description) => set({ description })}
          />
          {provider && (
            <Check
              label={`Prefill all steps from the catalog's ${provider.name}`}
              value={value.isPrefilled}
              onValue={(isPrefilled) => set({ isPrefilled })}
              hint="How it is created, answered, signed and routed. What you choose below counts instead."
            />
          )}
          <Choice
            label="How is this webhook created?"
            path="creation"
            value={value.creation}
            options={CREATIONS}
            onValue={(creation) => set({ creation })}
          />
          <Choice
            label="What type of webhook is this?"
            path="level"
            value={value.level}
            options={LEVELS}
            onValue={(level) => set({ level })}
          />
          <div class="row end">
            <Deed kind="primary" does="Next" doing="Making it …" onDo={make} />
          </div>
        </Form>
      </div>
    </div>
  );
}
