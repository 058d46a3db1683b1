from .client import client, Service
