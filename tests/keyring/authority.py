"""A certificate authority of a test's own, with an intermediate one between it and who it is for."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from cryptography.x509.verification import Store

BEGINS: Final = datetime(2026, 1, 1, tzinfo=UTC)
ENDS: Final = datetime(2026, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Authority:
    """Who signs certificates."""

    name: str
    private: RSAPrivateKey
    certificate: x509.Certificate

    @property
    def store(self) -> Store:
        """A store that trusts this authority alone."""
        return Store([self.certificate])

    def intermediate(self) -> "Authority":
        """An authority that this one vouches for."""
        private = generate_private_key(65_537, 2_048)
        made = _authority("Intermediate", self.name, private, self.private)
        return Authority("Intermediate", private, made)

    def issue(
        self, private: RSAPrivateKey, *names: str, common_name: str = "x", ends_at: datetime = ENDS
    ) -> x509.Certificate:
        """Certify a key for these hosts."""
        builder = _begun(common_name, self.name, private, ends_at)
        if names:
            hosts = x509.SubjectAlternativeName([x509.DNSName(each) for each in names])
            builder = builder.add_extension(hosts, critical=False)
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
        ca = x509.BasicConstraints(ca=False, path_length=None)
        builder = builder.add_extension(usage, critical=False).add_extension(ca, critical=True)
        return _signed(builder, self.private)


def root() -> Authority:
    """An authority that vouches for itself."""
    private = generate_private_key(65_537, 2_048)
    return Authority("Root", private, _authority("Root", "Root", private, private))


def pem(*certificates: x509.Certificate) -> bytes:
    """Certificates, one after the other."""
    return b"".join(each.public_bytes(Encoding.PEM) for each in certificates)


def _authority(
    name: str, issuer: str, private: RSAPrivateKey, by: RSAPrivateKey
) -> x509.Certificate:
    usage = x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
    own = x509.SubjectKeyIdentifier.from_public_key(private.public_key())
    builder = (
        _begun(name, issuer, private, ENDS + timedelta(days=365))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(own, critical=False)
    )
    return _signed(builder, by)


def _begun(
    name: str, issuer: str, private: RSAPrivateKey, ends_at: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(BEGINS)
        .not_valid_after(ends_at)
    )


def _signed(builder: x509.CertificateBuilder, by: RSAPrivateKey) -> x509.Certificate:
    issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key())
    return builder.add_extension(issuer, critical=False).sign(by, hashes.SHA256())
