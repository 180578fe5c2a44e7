module.exports = function (parameters, libraries, req) {
  const { clientState } = parameters;
  for (let i = 0; i < req.body.value.length; i++) {
    const notification = req.body.value[i];
    if (notification.clientState !== clientState) {
      console.info('notification', i, 'of', req.body.value.length, 'is not ours:', notification.resource);
      return false;
    }
  }
  return true;
};
