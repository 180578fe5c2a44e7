module.exports = async (parameters, libraries, req) => {
  if (req.headers["x-hook-secret"]) {
    console.log("This is a new webhook");
    const secret = req.headers["x-hook-secret"];
    return { status: 200, headers: { "X-Hook-Secret": secret }, persist: { secret } };
  }
  return { status: 200, headers: {}, body: "" };
};
