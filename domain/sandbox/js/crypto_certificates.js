// Node's X509Certificate: what a certificate says, its key, and whether another key signed it.
// Leaves out names of hosts, chains, and the time it is valid for: comparing those is the customer's.
(() => {
  'use strict';
  const world = __world;
  const { bytes, encode } = world;
  const { asked, halfOf, objectOf, told, crypto } = world.crypto;

  class X509Certificate {
    #facts;

    constructor(data) {
      this.#facts = asked('read_certificate', bytes(data));
    }

    get subject() {
      return this.#facts.subject;
    }

    get subjectAltName() {
      return this.#facts.names ?? undefined;
    }

    get issuer() {
      return this.#facts.issuer;
    }

    get validFrom() {
      return this.#facts.valid_from;
    }

    get validTo() {
      return this.#facts.valid_to;
    }

    get validFromDate() {
      return new Date(this.validFrom);
    }

    get validToDate() {
      return new Date(this.validTo);
    }

    get fingerprint() {
      return this.#facts.fingerprint_1;
    }

    get fingerprint256() {
      return this.#facts.fingerprint_256;
    }

    get fingerprint512() {
      return this.#facts.fingerprint_512;
    }

    get serialNumber() {
      return this.#facts.serial;
    }

    get ca() {
      return this.#facts.ca;
    }

    get raw() {
      return encode(this.#facts.raw);
    }

    get publicKey() {
      return objectOf(told(this.#facts.key));
    }

    verify(key) {
      return asked('is_signed_by', this.#facts.raw, halfOf(key, 'public').der);
    }

    checkIssued(other) {
      return this.issuer === other.subject;
    }

    toString() {
      return this.#facts.pem;
    }

    toJSON() {
      return this.toString();
    }
  }

  crypto.X509Certificate = X509Certificate;
})();
