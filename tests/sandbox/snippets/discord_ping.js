const InteractionType = { PING: 1, APPLICATION_COMMAND: 2 };
const InteractionResponseType = Object.freeze({ PONG: 1, CHANNEL_MESSAGE_WITH_SOURCE: 4 });

exports.handler = async function (parameters, libraries, { body: { type, data } }) {
  switch (type) {
    case InteractionType.PING:
      return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ type: InteractionResponseType.PONG }) };
    case InteractionType.APPLICATION_COMMAND:
      return { body: { type: InteractionResponseType.CHANNEL_MESSAGE_WITH_SOURCE, data: { content: `ran ${data.name}` } } };
    default:
      return { status: 400, body: { error: `unknown interaction type ${type}` } };
  }
};
