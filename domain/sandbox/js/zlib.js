// Of the module `zlib` the checksum alone, which PayPal signs. Leaves out compression.
(() => {
  'use strict';
  const { bytes, call, modules, unfit } = __world;
  const LARGEST = 2 ** 32 - 1;

  modules.zlib = {
    crc32: (data, value = 0) => {
      if (!Number.isInteger(value) || value < 0 || value > LARGEST) {
        throw unfit('"value" argument', 'a whole number of 32 bits', value);
      }
      return call('crc32', bytes(data), value);
    },
  };
})();
