async function yourFunction(parameters, libraries, req) {
  // Parse the query params
  let mode = req.query["hub.mode"];
  let token = req.query["hub.verify_token"];
  let challenge = req.query["hub.challenge"];

  if (mode && token) {
    if (mode === "subscribe" && token === parameters.verifyToken) {
      console.log("WEBHOOK_VERIFIED");
      return { status: 200, body: challenge };
    } else {
      return { status: 403 };
    }
  }
}
