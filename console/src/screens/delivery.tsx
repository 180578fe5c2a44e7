/** One delivery by itself. */

import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { change } from "../api/client";
import { useQuery } from "../api/hooks";
import { DeliveryDocument, ReplayDeliveryDocument } from "../gql/graphql";
import { Deed, Head } from "../parts/basics";
import { DeliveryDetail } from "./delivery-detail";

export default function DeliveryScreen({ id }: { id: string }) {
  const trigger = useQuery(DeliveryDocument, { id }).data?.delivery?.verdicts.find((each) => each.trigger)?.trigger;
  return (
    <div class="page">
      <Head
        title="Delivery"
        about={<code>{id}</code>}
        crumbs={
          trigger
            ? [
                ["Integrations", "/"],
                [trigger.name, `/triggers/${trigger.id}/deliveries`],
              ]
            : [["Integrations", "/"]]
        }
      >
        <Replay id={id} />
      </Head>
      <DeliveryDetail id={id} />
    </div>
  );
}

/** Judges its bytes again, by today's configuration. */
function Replay({ id }: { id: string }) {
  const [, go] = useLocation();
  const [problem, setProblem] = useState("");
  const replay = async () => {
    const done = await change(ReplayDeliveryDocument, { deliveryId: id });
    setProblem(done.problems.map((each) => each.message).join(" "));
    if (done.payload?.delivery) go(`/deliveries/${done.payload.delivery.id}`);
  };
  return (
    <>
      {problem && (
        <span class="wrong-text" role="alert">
          {problem}
        </span>
      )}
      <Deed
        does="Replay"
        doing="Replaying …"
        title="Judge it once more, by today's configuration. It may start workflows."
        onDo={replay}
      />
    </>
  );
}
