const crypto = require('crypto');

class HmacValidator {
  calculateHmac(item, key) {
    const raw = Buffer.from(key, 'hex');
    return crypto.createHmac('sha256', raw).update(this.getDataToSign(item), 'utf8').digest('base64');
  }

  getDataToSign(item) {
    const { amount } = item;
    return [
      item.pspReference,
      item.originalReference,
      item.merchantAccountCode,
      item.merchantReference,
      amount.value,
      amount.currency,
      item.eventCode,
      item.success,
    ].join(':');
  }
}

function yourFunction({ hmacKey }, libraries, { body }) {
  const validator = new HmacValidator();
  return body.notificationItems.every(({ NotificationRequestItem: item }) => {
    const expected = Buffer.from(validator.calculateHmac(item, hmacKey), 'base64');
    const given = Buffer.from(item.additionalData.hmacSignature, 'base64');
    return crypto.timingSafeEqual(expected, given);
  });
}
