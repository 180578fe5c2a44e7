/** One delivery by itself. */

import { useQuery } from "../api/hooks";
import { DeliveryDocument } from "../gql/graphql";
import { Head } from "../parts/basics";
import { DeliveryDetail } from "./delivery-detail";

export default function DeliveryScreen({ id }: { id: string }) {
  const trigger = useQuery(DeliveryDocument, { id }).data?.delivery?.verdicts.find((each) => each.trigger)?.trigger;
  return (
    <div class="page">
      <Head title="Delivery" about={<code>{id}</code>} crumbs={trigger ? [["Integrations", "/"], [trigger.name, `/triggers/${trigger.id}/deliveries`]] : [["Integrations", "/"]]} />
      <DeliveryDetail id={id} />
    </div>
  );
}
