"""X.509 certificates as Node shows them, and whether one was signed by a key. Leaves out chains and names of hosts."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa
from cryptography.x509.oid import NameOID

from domain.sandbox.host_arguments import octets
from domain.sandbox.host_keys import LONGEST_KEY, TROUBLE, UNREADABLE, public, told

_SHORT: Final = {
    NameOID.COMMON_NAME: "CN",
    NameOID.COUNTRY_NAME: "C",
    NameOID.STATE_OR_PROVINCE_NAME: "ST",
    NameOID.LOCALITY_NAME: "L",
    NameOID.ORGANIZATION_NAME: "O",
    NameOID.ORGANIZATIONAL_UNIT_NAME: "OU",
    NameOID.EMAIL_ADDRESS: "emailAddress",
    NameOID.SERIAL_NUMBER: "serialNumber",
    NameOID.DOMAIN_COMPONENT: "DC",
}
_MONTHS: Final = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
]


def read_certificate(data: object) -> dict[str, object]:
    """Tell of a certificate in PEM or DER. key: as host_keys tells; times: in Node's form. Raises ValueError."""
    taken = octets(data, LONGEST_KEY)
    is_pem = b"-----BEGIN" in taken
    load = x509.load_pem_x509_certificate if is_pem else x509.load_der_x509_certificate
    try:
        return _facts(load(taken))
    except TROUBLE:
        raise ValueError(UNREADABLE) from None


def is_signed_by(der: object, key: object) -> bool:
    """Whether the certificate, in DER, was signed by the private half of this public key. Raises ValueError."""
    holder: Any = public(key)
    try:
        certificate = x509.load_der_x509_certificate(octets(der, LONGEST_KEY))
        _verify(holder, certificate)
    except InvalidSignature:
        return False
    except TROUBLE:
        return False  # another kind of key than it was signed by
    return True


def _verify(key: Any, certificate: x509.Certificate) -> None:
    signature, signed = certificate.signature, certificate.tbs_certificate_bytes
    if isinstance(key, rsa.RSAPublicKey):
        how: Any = certificate.signature_algorithm_parameters
        digest = certificate.signature_hash_algorithm
        if digest is None or isinstance(how, ec.ECDSA):
            raise InvalidSignature
        key.verify(signature, signed, how, digest)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        parameters = certificate.signature_algorithm_parameters
        if not isinstance(parameters, ec.ECDSA):
            raise InvalidSignature
        key.verify(signature, signed, parameters)
    elif isinstance(key, ed25519.Ed25519PublicKey | ed448.Ed448PublicKey):
        key.verify(signature, signed)
    else:
        raise InvalidSignature


def _facts(certificate: x509.Certificate) -> dict[str, object]:
    facts: dict[str, object] = {
        "subject": _name(certificate.subject),
        "issuer": _name(certificate.issuer),
        "valid_from": _time(certificate.not_valid_before_utc),
        "valid_to": _time(certificate.not_valid_after_utc),
        "serial": _serial(certificate.serial_number),
        "ca": _extension(certificate, x509.BasicConstraints, lambda one: one.ca) or False,
        "names": _extension(certificate, x509.SubjectAlternativeName, _names),
        "raw": certificate.public_bytes(serialization.Encoding.DER),
        "pem": certificate.public_bytes(serialization.Encoding.PEM).decode("ascii"),
        "key": told(certificate.public_key()),  # type: ignore[arg-type]  # another kind is refused
    }
    for name, digest in (("1", hashes.SHA1()), ("256", hashes.SHA256()), ("512", hashes.SHA512())):  # noqa: S303
        facts[f"fingerprint_{name}"] = certificate.fingerprint(digest).hex(":").upper()
    return facts


def _name(name: x509.Name) -> str:
    return "\n".join(
        f"{_SHORT.get(one.oid, one.oid.dotted_string)}={_text(one.value)}" for one in name
    )


def _text(value: str | bytes) -> str:
    return value if isinstance(value, str) else value.hex()


def _names(extension: x509.SubjectAlternativeName) -> str:
    kinds = ((x509.DNSName, "DNS"), (x509.RFC822Name, "email"), (x509.IPAddress, "IP Address"))
    labelled = (
        f"{label}:{name.value}"
        for name in extension
        for kind, label in (*kinds, (x509.UniformResourceIdentifier, "URI"))
        if isinstance(name, kind)
    )
    return ", ".join(labelled)


def _extension(certificate: x509.Certificate, kind: Any, read: Callable[[Any], Any]) -> Any:
    try:
        return read(certificate.extensions.get_extension_for_class(kind).value)
    except x509.ExtensionNotFound:
        return None


def _serial(number: int) -> str:
    written = f"{number:X}"
    return written if len(written) % 2 == 0 else f"0{written}"


def _time(moment: datetime) -> str:
    return f"{_MONTHS[moment.month - 1]} {moment.day:2d} {moment:%H:%M:%S} {moment.year} GMT"
