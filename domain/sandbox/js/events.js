// EventEmitter: listeners by event, called in order. Leaves out limits, captured rejections and async iteration.
(() => {
  'use strict';
  const world = __world;
  const lists = new WeakMap();

  function listOf(emitter, event) {
    if (!lists.has(emitter)) {
      lists.set(emitter, new Map());
    }
    return lists.get(emitter).get(event) ?? [];
  }

  function put(emitter, event, list) {
    const all = lists.get(emitter);
    if (list.length === 0) {
      all.delete(event);
    } else {
      all.set(event, list);
    }
    return emitter;
  }

  function added(emitter, event, listener, isOnce, isFirst) {
    if (typeof listener !== 'function') {
      throw Object.assign(new TypeError('The "listener" argument must be of type function.'), { code: 'ERR_INVALID_ARG_TYPE' });
    }
    const list = listOf(emitter, event);
    return put(emitter, event, isFirst ? [{ listener, isOnce }, ...list] : [...list, { listener, isOnce }]);
  }

  class EventEmitter {
    on(event, listener) {
      return added(this, event, listener, false, false);
    }

    addListener(event, listener) {
      return this.on(event, listener);
    }

    once(event, listener) {
      return added(this, event, listener, true, false);
    }

    prependListener(event, listener) {
      return added(this, event, listener, false, true);
    }

    off(event, listener) {
      const list = listOf(this, event);
      const index = list.findLastIndex((one) => one.listener === listener);
      return put(this, event, list.filter((_, at) => at !== index));
    }

    removeListener(event, listener) {
      return this.off(event, listener);
    }

    removeAllListeners(event) {
      if (arguments.length === 0) {
        lists.delete(this);
        return this;
      }
      listOf(this, event);
      return put(this, event, []);
    }

    emit(event, ...given) {
      const list = listOf(this, event);
      if (list.length === 0 && event === 'error') {
        throw given[0] instanceof Error ? given[0] : Object.assign(new Error('Unhandled error.'), { code: 'ERR_UNHANDLED_ERROR', context: given[0] });
      }
      for (const one of list) {
        if (one.isOnce) {
          put(this, event, listOf(this, event).filter((other) => other !== one));
        }
        one.listener.apply(this, given);
      }
      return list.length > 0;
    }

    listeners(event) {
      return listOf(this, event).map((one) => one.listener);
    }

    listenerCount(event) {
      return listOf(this, event).length;
    }

    eventNames() {
      return [...(lists.get(this)?.keys() ?? [])];
    }

    setMaxListeners() {
      return this;
    }
  }

  function once(emitter, event) {
    return new Promise((resolve, reject) => {
      const fail = (error) => reject(error);
      emitter.once(event, (...given) => {
        emitter.off('error', fail);
        resolve(given);
      });
      if (event !== 'error') {
        emitter.once('error', fail);
      }
    });
  }

  world.modules.events = Object.assign(EventEmitter, { EventEmitter, once });
})();
