// Numbers in a Buffer: read and write methods for every width and order, under Node's names.
(() => {
  'use strict';
  const { Buffer } = __world;
  const KINDS = [
    ['UInt8', 'Uint8', 1], ['Int8', 'Int8', 1],
    ['UInt16', 'Uint16', 2], ['Int16', 'Int16', 2], ['UInt32', 'Uint32', 4], ['Int32', 'Int32', 4],
    ['BigUInt64', 'BigUint64', 8], ['BigInt64', 'BigInt64', 8], ['Float', 'Float32', 4], ['Double', 'Float64', 8],
  ];

  function outside(what, range, value) {
    const error = new RangeError(`The value of "${what}" is out of range. It must be ${range}. Received ${value}`);
    error.code = 'ERR_OUT_OF_RANGE';
    return error;
  }

  function viewOf(buffer, offset, width) {
    if (!Number.isInteger(offset) || offset < 0 || offset > buffer.length - width) {
      throw outside('offset', `>= 0 and <= ${buffer.length - width}`, offset);
    }
    return new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }

  function define(name, method) {
    Object.defineProperty(Buffer.prototype, name, { value: method, writable: true, configurable: true });
    const other = name.replace('UInt', 'Uint');
    if (other !== name) {
      Object.defineProperty(Buffer.prototype, other, { value: method, writable: true, configurable: true });
    }
  }

  for (const [name, kind, width] of KINDS) {
    for (const order of width === 1 ? [''] : ['LE', 'BE']) {
      define(`read${name}${order}`, function read(offset = 0) {
        return viewOf(this, offset, width)[`get${kind}`](offset, order === 'LE');
      });
      define(`write${name}${order}`, function write(value, offset = 0) {
        const view = viewOf(this, offset, width);
        check(name, width, value);
        view[`set${kind}`](offset, value, order === 'LE');
        return offset + width;
      });
    }
  }

  function check(name, width, value) {
    if (!name.includes('Int') || name.startsWith('Big')) {
      return;
    }
    const isSigned = name.startsWith('Int');
    const most = 2 ** (8 * width - (isSigned ? 1 : 0)) - 1;
    const least = isSigned ? -(most + 1) : 0;
    if (value > most || value < least) {
      throw outside('value', `>= ${least} and <= ${most}`, value);
    }
  }

  for (const order of ['LE', 'BE']) {
    define(`readUInt${order}`, function read(offset, width) {
      viewOf(this, offset, width);
      const bytes = [...this.subarray(offset, offset + width)];
      return (order === 'LE' ? bytes.reverse() : bytes).reduce((sum, byte) => sum * 256 + byte, 0);
    });
    define(`readInt${order}`, function read(offset, width) {
      const value = this[`readUInt${order}`](offset, width);
      return value >= 2 ** (8 * width - 1) ? value - 2 ** (8 * width) : value;
    });
    for (const sign of ['UInt', 'Int']) {
      define(`write${sign}${order}`, function write(value, offset, width) {
        viewOf(this, offset, width);
        let left = value < 0 ? value + 2 ** (8 * width) : value;
        for (let index = 0; index < width; index += 1) {
          this[order === 'LE' ? offset + index : offset + width - 1 - index] = left % 256;
          left = Math.floor(left / 256);
        }
        return offset + width;
      });
    }
  }

  for (const width of [2, 4, 8]) {
    define(`swap${8 * width}`, function swap() {
      if (this.length % width !== 0) {
        const error = new RangeError(`Buffer size must be a multiple of ${8 * width}-bits`);
        error.code = 'ERR_INVALID_BUFFER_SIZE';
        throw error;
      }
      for (let start = 0; start < this.length; start += width) {
        this.subarray(start, start + width).reverse();
      }
      return this;
    });
  }
})();
