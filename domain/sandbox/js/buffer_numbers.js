// Numbers in a Buffer: read and write methods for every width and order, under Node's names.
(() => {
  'use strict';
  const { Buffer, coded, outside, unfit } = __world;
  const KINDS = [
    ['UInt8', 'Uint8', 1], ['Int8', 'Int8', 1],
    ['UInt16', 'Uint16', 2], ['Int16', 'Int16', 2], ['UInt32', 'Uint32', 4], ['Int32', 'Int32', 4],
    ['BigUInt64', 'BigUint64', 8], ['BigInt64', 'BigInt64', 8], ['Float', 'Float32', 4], ['Double', 'Float64', 8],
  ];

  function checkOffset(buffer, offset, width) {
    if (typeof offset !== 'number') {
      throw unfit('"offset" argument', 'of type number', offset);
    }
    const most = buffer.length - width;
    if (Number.isInteger(offset) && offset >= 0 && offset <= most) {
      return;
    }
    if (!Number.isInteger(offset)) {
      throw outside('offset', 'an integer', offset);
    }
    if (most < 0) {
      throw coded(new RangeError('Attempt to access memory outside buffer bounds'), 'ERR_BUFFER_OUT_OF_BOUNDS');
    }
    throw outside('offset', `>= 0 and <= ${most}`, offset);
  }

  function viewOf(buffer, offset, width) {
    checkOffset(buffer, offset, width);
    return new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }

  // What a whole number of so many bits may be. n: 'n' for a BigInt.
  function rangeOf(isSigned, bits, n) {
    const power = isSigned ? bits - 1 : bits;
    if (bits <= 32) {
      return `>= ${isSigned ? -(2 ** power) : 0} and <= ${2 ** power - 1}`;
    }
    return `>= ${isSigned ? `-(2${n} ** ${power}${n})` : `0${n}`} and < 2${n} ** ${power}${n}`;
  }

  function checkValue(name, width, value) {
    const isBig = name.startsWith('Big');
    const isSigned = !name.includes('UInt');
    const bits = 8 * width;
    if (isBig) {
      if (BigInt[isSigned ? 'asIntN' : 'asUintN'](bits, value) !== value) {
        throw outside('value', rangeOf(isSigned, bits, 'n'), value);
      }
    } else if (value >= 2 ** (isSigned ? bits - 1 : bits) || value < (isSigned ? -(2 ** (bits - 1)) : 0)) {
      throw outside('value', rangeOf(isSigned, bits, ''), value);
    }
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
        if (name.includes('Int')) {
          checkValue(name, width, value);
        }
        viewOf(this, offset, width)[`set${kind}`](offset, value, order === 'LE');
        return offset + width;
      });
    }
  }

  function checkWidth(width) {
    if (typeof width !== 'number') {
      throw unfit('"byteLength" argument', 'of type number', width);
    }
    if (!Number.isInteger(width) || width < 1 || width > 6) {
      throw outside('byteLength', Number.isInteger(width) ? '>= 1 and <= 6' : 'an integer', width);
    }
  }

  for (const order of ['LE', 'BE']) {
    define(`readUInt${order}`, function read(offset, width) {
      checkWidth(width);
      checkOffset(this, offset, width);
      const bytes = [...this.subarray(offset, offset + width)];
      return (order === 'LE' ? bytes.reverse() : bytes).reduce((sum, byte) => sum * 256 + byte, 0);
    });
    define(`readInt${order}`, function read(offset, width) {
      const value = this[`readUInt${order}`](offset, width);
      return value >= 2 ** (8 * width - 1) ? value - 2 ** (8 * width) : value;
    });
    for (const sign of ['UInt', 'Int']) {
      define(`write${sign}${order}`, function write(value, offset, width) {
        checkWidth(width);
        checkValue(sign, width, value);
        checkOffset(this, offset, width);
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
        throw coded(new RangeError(`Buffer size must be a multiple of ${8 * width}-bits`), 'ERR_INVALID_BUFFER_SIZE');
      }
      for (let start = 0; start < this.length; start += width) {
        this.subarray(start, start + width).reverse();
      }
      return this;
    });
  }
})();
