// Values as text, as Node's `util.inspect` shows them. Total: what cannot be read is said to be so. Bounded: entries,
// characters of a text, and characters in all. Leaves out colours, and what the engine hides: the state of promises and
// the targets of proxies.
(() => {
  'use strict';
  const world = __world;
  const { layout } = world;
  const { classOf, tagOf, prefixOf, functionBase, bytesText, keysOf, keyText, isNumeric } = world.names;
  const { free, getter, own: types, typedName, time, unboxed, mapSize, setSize } = world.kinds;
  const { getOwnPropertyDescriptor } = Reflect;
  const { isArray } = Array;
  const Text = String;
  const Bytes = Uint8Array;
  const isSame = Object.is;
  const [isoDate, regExpText, symbolText] = [Date.prototype.toISOString, RegExp.prototype.toString, Symbol.prototype.toString].map(free);
  const [mapEach, setEach, hasOwn] = [Map.prototype.forEach, Set.prototype.forEach, Object.prototype.hasOwnProperty].map(free);
  const slice = free(String.prototype.slice);
  const bufferLength = getter(ArrayBuffer.prototype, 'byteLength');
  const { isSafeInteger } = Number;
  const CUSTOM = Symbol.for('nodejs.util.inspect.custom');
  const DEFAULTS = { depth: 2, breakLength: 80, compact: 3, maxArrayLength: 100, maxStringLength: 10000, showHidden: false, customInspect: true };
  const MOST_CHARACTERS = 100000;
  const BOXES = ['Number', 'String', 'Boolean', 'BigInt', 'Symbol'];

  function push(list, value) {
    list[list.length] = value;
  }

  function primitive(context, value) {
    switch (typeof value) {
      case 'string':
        return layout.string(value, context);
      case 'number':
        return isSame(value, -0) ? '-0' : `${value}`;
      case 'bigint':
        return `${value}n`;
      case 'symbol':
        return symbolText(value);
      default:
        return `${value}`;
    }
  }

  function inner(context, value, depth) {
    context.indentation += 2;
    const text = shown(context, value, depth + 1);
    context.indentation -= 2;
    return text;
  }

  function propertyValue(context, found, depth) {
    if (found.get !== undefined) {
      return found.set === undefined ? '[Getter]' : '[Getter/Setter]';
    }
    return found.set === undefined ? inner(context, found.value, depth) : '[Setter]';
  }

  function addProperties(context, value, keys, depth, output) {
    for (let index = 0; index < keys.length; index += 1) {
      if (context.left <= 0) {
        push(output, `... ${keys.length - index} more properties`);
        return;
      }
      const found = getOwnPropertyDescriptor(value, keys[index]) ?? { value: undefined, enumerable: true };
      push(output, `${keyText(keys[index], found.enumerable)}: ${propertyValue(context, found, depth)}`);
    }
  }

  function moreItems(output, left) {
    if (left > 0) {
      push(output, `... ${left} more item${left > 1 ? 's' : ''}`);
    }
    return left > 0;
  }

  // Holes in a row are told together.
  function addItems(context, value, depth, output) {
    const length = value.length;
    let index = 0;
    while (index < length && output.length < context.maxArrayLength && context.left > 0) {
      const found = getOwnPropertyDescriptor(value, Text(index));
      let end = index + 1;
      if (found === undefined) {
        while (end < length && !hasOwn(value, Text(end))) {
          end += 1;
        }
        push(output, `<${end - index} empty item${end - index > 1 ? 's' : ''}>`);
      } else {
        push(output, propertyValue(context, found, depth));
      }
      index = end;
    }
    return moreItems(output, length - index);
  }

  function addEntries(context, value, size, each, show, output) {
    let seen = 0;
    each(value, (item, key) => {
      if (seen < context.maxArrayLength && context.left > 0) {
        push(output, show(item, key));
        seen += 1;
      }
    });
    moreItems(output, size - seen);
  }

  // What is shown between the brackets besides the properties, and the brackets.
  function contentsOf(context, value, name, tag) {
    if (isArray(value)) {
      const prefix = name === 'Array' && tag === '' ? '' : prefixOf(name, tag, 'Array', `(${value.length})`);
      return { open: `${prefix}[`, close: ']', isList: true, add: addItems };
    }
    const typed = typedName(value);
    if (typed !== undefined) {
      return { open: `${prefixOf(name, tag, typed, `(${value.length})`)}[`, close: ']', isList: true, add: addItems };
    }
    if (types.isSet(value)) {
      const add = (_, set, depth, output) => addEntries(context, set, setSize(set), setEach, (item) => inner(context, item, depth), output);
      return { open: `${prefixOf(name, tag, 'Set', `(${setSize(value)})`)}{`, close: '}', add };
    }
    if (types.isMap(value)) {
      const show = (depth) => (item, key) => `${inner(context, key, depth)} => ${inner(context, item, depth)}`;
      const add = (_, map, depth, output) => addEntries(context, map, mapSize(map), mapEach, show(depth), output);
      return { open: `${prefixOf(name, tag, 'Map', `(${mapSize(value)})`)}{`, close: '}', add };
    }
    if (types.isArgumentsObject(value)) {
      return { open: '[Arguments] [', close: ']', isList: true, add: addItems };
    }
    return undefined;
  }

  // The text that stands for the whole value; properties of its own come behind it.
  function baseOf(context, value, name, tag, keys) {
    if (typeof value === 'function') {
      return functionBase(value, name, tag);
    }
    if (types.isDate(value)) {
      return time(value) === time(value) ? isoDate(value) : 'Invalid Date';
    }
    if (types.isRegExp(value)) {
      return regExpText(value);
    }
    if (types.isNativeError(value)) {
      return world.errorText(context, value, name, keys);
    }
    for (let index = 0; index < BOXES.length; index += 1) {
      if (types[`is${BOXES[index]}Object`](value)) {
        return `[${BOXES[index]}: ${primitive({ ...context, maxStringLength: 1000 }, unboxed[BOXES[index]](value))}]`;
      }
    }
    return undefined;
  }

  function hiddenOf(value, name) {
    if (types.isArrayBuffer(value)) {
      const contents = `[Uint8Contents]: <${bytesText(new Bytes(value))}>`;
      return [contents, `byteLength: ${bufferLength(value)}`];
    }
    if (types.isWeakMap(value) || types.isWeakSet(value)) {
      return ['<items unknown>'];
    }
    return name === 'Promise' && types.isPromise(value) ? ['<state unknown>'] : [];
  }

  function marked(context, value, text) {
    const index = circularIndex(context, value, false);
    return index === 0 ? text : text === '' ? `<ref *${index}>` : `<ref *${index}> ${text}`;
  }

  function circularIndex(context, value, isNew) {
    for (let index = 0; index < context.circular.length; index += 1) {
      if (context.circular[index] === value) {
        return index + 1;
      }
    }
    if (isNew) {
      push(context.circular, value);
    }
    return isNew ? context.circular.length : 0;
  }

  function isSeen(context, value) {
    for (let index = 0; index < context.seen.length; index += 1) {
      if (context.seen[index] === value) {
        return true;
      }
    }
    return false;
  }

  function raw(context, value, depth) {
    const name = classOf(value);
    let tag = tagOf(value, name);
    if (world.Buffer !== undefined && types.isUint8Array(value) && value instanceof world.Buffer) {
      return `<Buffer ${bytesText(value)}>`;
    }
    const contents = contentsOf(context, value, name, tag);
    let keys = keysOf(context, value, contents?.isList === true);
    let base = '';
    let open = contents?.open;
    if (contents === undefined) {
      const before = keys;
      keys = types.isNativeError(value) ? world.errorKeys(value, keys) : keys;
      base = baseOf(context, value, name, tag, before) ?? '';
      if (types.isStringObject(value)) {
        keys = keysOf(context, value, true);
      }
      tag = base === '' ? tag : '';
      open = base !== '' || (name === 'Object' && tag === '') ? '{' : `${prefixOf(name, tag, 'Object')}{`;
    }
    const hidden = contents === undefined && base === '' ? hiddenOf(value, name) : [];
    const isEmpty = keys.length === 0 && hidden.length === 0 && !(contents !== undefined && (value.length ?? value.size) > 0);
    if (isEmpty && (base !== '' || contents === undefined || contents.add !== undefined)) {
      return base === '' ? `${open}${contents?.close ?? '}'}` : base;
    }
    if (depth > context.depth) {
      return contents?.isList && isArray(value) && name === 'Array' ? '[Array]' : `[${slice(prefixOf(name, tag, 'Object'), 0, -1)}]`;
    }
    context.current = depth;
    push(context.seen, value);
    const output = hidden;
    const hasMore = contents?.add(context, value, depth, output) === true;
    addProperties(context, value, keys, depth, output);
    context.seen.length -= 1;
    const list = contents?.isList ? { hasMore: hasMore && keys.length === 0, isNumeric: isNumeric(value) } : undefined;
    return layout.laidOut(context, output, marked(context, value, base), open, contents?.close ?? '}', list, depth);
  }

  function custom(context, value, depth) {
    const show = context.customInspect ? value[CUSTOM] : undefined;
    if (typeof show !== 'function' || show === inspect) {
      return undefined;
    }
    const left = context.depth === Infinity ? null : context.depth - depth;
    const result = free(show)(value, left, { ...context.options, depth: left }, inspect);
    if (result === value) {
      return undefined;
    }
    return typeof result === 'string' ? layout.indented(result, context.indentation) : shown(context, result, depth);
  }

  function shown(context, value, depth) {
    if (context.left <= 0) {
      return '...';
    }
    let text;
    const { indentation } = context;
    const level = context.seen.length;
    try {
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
        text = primitive(context, value);
        context.left -= text.length;
      } else {
        text = custom(context, value, depth);
        text ??= isSeen(context, value) ? `[Circular *${circularIndex(context, value, true)}]` : raw(context, value, depth);
        context.left -= 8;
      }
    } catch {
      text = typeof value === 'function' ? '[Function: cannot be shown]' : '[Object: cannot be shown]';
      context.left -= text.length;
    }
    context.indentation = indentation;
    context.seen.length = level;
    return text;
  }

  function countOf(given, usual) {
    return given === null ? Infinity : typeof given === 'number' && given >= 0 ? given : usual;
  }

  function inspect(value, options, depth) {
    const given = typeof options === 'object' && options !== null ? options : { showHidden: options === true, depth };
    const context = {
      depth: given.depth === undefined ? DEFAULTS.depth : countOf(given.depth, -1),
      breakLength: countOf(given.breakLength, DEFAULTS.breakLength),
      compact: isSafeInteger(given.compact) ? given.compact : given.compact === false ? 0 : DEFAULTS.compact,
      maxArrayLength: countOf(given.maxArrayLength, DEFAULTS.maxArrayLength),
      maxStringLength: countOf(given.maxStringLength, DEFAULTS.maxStringLength),
      showHidden: given.showHidden === true,
      customInspect: given.customInspect !== false,
      options: given,
      indentation: 0,
      current: 0,
      left: MOST_CHARACTERS,
      seen: [],
      circular: [],
    };
    return shown(context, value, 0);
  }

  inspect.custom = CUSTOM;
  inspect.defaultOptions = { ...DEFAULTS };
  world.inspect = inspect;
})();
