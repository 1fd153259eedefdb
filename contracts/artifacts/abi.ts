// Generated from Billing.sol by `npm run compile`.
export const billingAbi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "board",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "regulator",
        "type": "address"
      },
      {
        "internalType": "address payable",
        "name": "treasury",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "adjustmentLimit",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [],
    "name": "AccessControlBadConfirmation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "neededRole",
        "type": "bytes32"
      }
    ],
    "name": "AccessControlUnauthorizedAccount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      }
    ],
    "name": "AccountClosed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "reason",
        "type": "bytes"
      }
    ],
    "name": "BatchRefused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "end",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "earliestEnd",
        "type": "uint256"
      }
    ],
    "name": "CycleNotEnded",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "bill",
        "type": "uint256"
      },
      {
        "internalType": "bool",
        "name": "open",
        "type": "bool"
      }
    ],
    "name": "DisputeState",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "end",
        "type": "uint256"
      }
    ],
    "name": "EmptySession",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      }
    ],
    "name": "EvidenceMissing",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "day",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "today",
        "type": "uint256"
      }
    ],
    "name": "FutureDay",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "InvalidAmount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "day",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "earliest",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "latest",
        "type": "uint256"
      }
    ],
    "name": "MeterDayNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "month",
        "type": "uint256"
      }
    ],
    "name": "MonthClosed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "int256",
        "name": "amount",
        "type": "int256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "NeedsRegulator",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      }
    ],
    "name": "NoMeter",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "present",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "previous",
        "type": "uint256"
      }
    ],
    "name": "NoRollover",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "category",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "day",
        "type": "uint256"
      }
    ],
    "name": "NoTariff",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "day",
        "type": "uint256"
      }
    ],
    "name": "NoTerms",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "consumerKey",
        "type": "address"
      }
    ],
    "name": "NotConsumer",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "bill",
        "type": "uint256"
      }
    ],
    "name": "NotRevisable",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "meter",
        "type": "address"
      }
    ],
    "name": "NotSignedByMeter",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "field",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "OutOfRange",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "end",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "chargedTo",
        "type": "uint256"
      }
    ],
    "name": "PeriodNotAfter",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "receiptReference",
        "type": "bytes32"
      }
    ],
    "name": "ReferenceUsed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "present",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "previous",
        "type": "uint256"
      }
    ],
    "name": "RegisterBackwards",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      }
    ],
    "name": "ReservedAccount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "bill",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "revision",
        "type": "uint256"
      }
    ],
    "name": "RevisionNotNext",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "wh",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      }
    ],
    "name": "RolloverTooLarge",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "tariff",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "slabCount",
        "type": "uint256"
      }
    ],
    "name": "SessionNeedsOneSlab",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "SweepFailed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "category",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "effectiveFrom",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "earliest",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "latest",
        "type": "uint256"
      }
    ],
    "name": "TariffDayNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "tariff",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "effectiveFrom",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "today",
        "type": "uint256"
      }
    ],
    "name": "TariffInForce",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "tariff",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "next",
        "type": "uint256"
      }
    ],
    "name": "TariffNotNext",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "termsHash",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "proposed",
        "type": "bytes32"
      }
    ],
    "name": "TermsNotProposed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "firstDay",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "earliest",
        "type": "uint256"
      }
    ],
    "name": "TermsTooEarly",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      }
    ],
    "name": "TooManyEstimates",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      }
    ],
    "name": "UnknownAccount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "bill",
        "type": "uint256"
      }
    ],
    "name": "UnknownBill",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "receiptReference",
        "type": "bytes32"
      }
    ],
    "name": "UnknownReceipt",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "tariff",
        "type": "uint256"
      }
    ],
    "name": "UnknownTariff",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "int256",
            "name": "amount",
            "type": "int256"
          },
          {
            "internalType": "uint256",
            "name": "reason",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "bill",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "document",
            "type": "bytes32"
          },
          {
            "internalType": "address",
            "name": "by",
            "type": "address"
          },
          {
            "internalType": "int256",
            "name": "balance",
            "type": "int256"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.Adjustment",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "AdjustmentPosted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "category",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "load",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "cycle",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "instalments",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "daysToPay",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "firstDay",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "consumerKey",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "termsHash",
            "type": "bytes32"
          },
          {
            "internalType": "address",
            "name": "by",
            "type": "address"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.AgreementTerms",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "AgreementAccepted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "category",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "load",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "cycle",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "instalments",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "daysToPay",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "firstDay",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "consumerKey",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "termsHash",
            "type": "bytes32"
          },
          {
            "internalType": "address",
            "name": "by",
            "type": "address"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.AgreementTerms",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "AgreementProposed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "bill",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "amount",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "reasonHash",
            "type": "bytes32"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.Dispute",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "BillDisputed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "number",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "start",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "end",
            "type": "uint256"
          },
          {
            "internalType": "int256",
            "name": "gross",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "alreadyCharged",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "rounding",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "amount",
            "type": "int256"
          },
          {
            "internalType": "uint256",
            "name": "dueDay",
            "type": "uint256"
          },
          {
            "internalType": "int256",
            "name": "balance",
            "type": "int256"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.Bill",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "BillIssued",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "bill",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "revision",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "firstDay",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "numberOfDays",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "wh",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "tariff",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "load",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "energy",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "fixedCharge",
            "type": "uint256"
          },
          {
            "internalType": "int256",
            "name": "fuel",
            "type": "int256"
          },
          {
            "internalType": "uint256",
            "name": "duty",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "subsidy",
            "type": "uint256"
          },
          {
            "internalType": "int256",
            "name": "charge",
            "type": "int256"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.Charge",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "ChargeApplied",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "bill",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "meter",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "kind",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "previous",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "present",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "multiplier",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "carried",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "rollover",
            "type": "bool"
          },
          {
            "internalType": "uint256",
            "name": "start",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "end",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "wh",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "evidence",
            "type": "bytes32"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.Consumption",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "ConsumptionRecorded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "bill",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "revision",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "previous",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "present",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "rollover",
            "type": "bool"
          },
          {
            "internalType": "uint256",
            "name": "wh",
            "type": "uint256"
          },
          {
            "internalType": "int256",
            "name": "grossBefore",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "grossAfter",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "difference",
            "type": "int256"
          },
          {
            "internalType": "uint256",
            "name": "reason",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "document",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "balance",
            "type": "int256"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.Revision",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "ConsumptionRevised",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "bill",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "outcome",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "document",
            "type": "bytes32"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.Resolution",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "DisputeResolved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "address",
            "name": "meter",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "day",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "multiplier",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "register",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "modulus",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "closing",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "rollover",
            "type": "bool"
          },
          {
            "internalType": "uint256",
            "name": "carried",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "evidence",
            "type": "bytes32"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.Meter",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "MeterInstalled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "address",
            "name": "payer",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "amount",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "channel",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "receiptReference",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "balance",
            "type": "int256"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.Payment",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "PaymentMade",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "receiptReference",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "amount",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "channel",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "reason",
            "type": "uint256"
          },
          {
            "internalType": "int256",
            "name": "balance",
            "type": "int256"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.Reversal",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "PaymentReversed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "month",
            "type": "uint256"
          },
          {
            "internalType": "int256",
            "name": "opening",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "billed",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "adjusted",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "paid",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "closing",
            "type": "int256"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.Closing",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "PeriodClosed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "tariff",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "category",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "effectiveFrom",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "basis",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "fixedPerKW",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "fixedPerConnection",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "dutyRate",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "dutyBase",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "dutyPerUnit",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "roundTo",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "orderHash",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "slabCount",
            "type": "uint256"
          },
          {
            "components": [
              {
                "internalType": "uint256",
                "name": "upTo",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "rate",
                "type": "uint256"
              },
              {
                "internalType": "int256",
                "name": "fuel",
                "type": "int256"
              },
              {
                "internalType": "uint256",
                "name": "subsidy",
                "type": "uint256"
              }
            ],
            "internalType": "struct IBilling.Slab[8]",
            "name": "slabs",
            "type": "tuple[8]"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.Rate",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "RateSet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "tariff",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "category",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "effectiveFrom",
            "type": "uint256"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.RateWithdrawal",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "RateWithdrawn",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "previousAdminRole",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "newAdminRole",
        "type": "bytes32"
      }
    ],
    "name": "RoleAdminChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "role",
            "type": "bytes32"
          },
          {
            "internalType": "address",
            "name": "holder",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "granted",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "by",
            "type": "address"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.RoleChange",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "RoleChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "sender",
        "type": "address"
      }
    ],
    "name": "RoleGranted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "sender",
        "type": "address"
      }
    ],
    "name": "RoleRevoked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "seq",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "amount",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "treasury",
            "type": "address"
          }
        ],
        "indexed": false,
        "internalType": "struct IBilling.Sweep",
        "name": "data",
        "type": "tuple"
      }
    ],
    "name": "TreasurySwept",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "DEFAULT_ADMIN_ROLE",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "category",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "load",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "cycle",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "instalments",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "daysToPay",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "firstDay",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "consumerKey",
            "type": "address"
          }
        ],
        "internalType": "struct IBilling.Terms",
        "name": "terms",
        "type": "tuple"
      }
    ],
    "name": "acceptTerms",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      }
    ],
    "name": "accountState",
    "outputs": [
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "head",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "seq",
            "type": "uint256"
          },
          {
            "internalType": "int256",
            "name": "balance",
            "type": "int256"
          },
          {
            "internalType": "uint256",
            "name": "bills",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "register",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "realDay",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "chargedTo",
            "type": "uint256"
          },
          {
            "internalType": "int256",
            "name": "alreadyCharged",
            "type": "int256"
          },
          {
            "internalType": "uint256",
            "name": "carried",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "estimates",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "meter",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "multiplier",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "modulus",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "consumerKey",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "proposal",
            "type": "bytes32"
          },
          {
            "internalType": "bool",
            "name": "closed",
            "type": "bool"
          }
        ],
        "internalType": "struct IBilling.Account",
        "name": "state",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "int256",
        "name": "amount",
        "type": "int256"
      },
      {
        "internalType": "uint256",
        "name": "reason",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "bill",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "document",
        "type": "bytes32"
      }
    ],
    "name": "adjust",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes[]",
        "name": "calls",
        "type": "bytes[]"
      }
    ],
    "name": "batch",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "closeMonth",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "bill",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "reasonHash",
        "type": "bytes32"
      }
    ],
    "name": "dispute",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "kind",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "register",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "day",
        "type": "uint256"
      },
      {
        "internalType": "bool",
        "name": "rollover",
        "type": "bool"
      },
      {
        "internalType": "bytes32",
        "name": "evidence",
        "type": "bytes32"
      }
    ],
    "name": "enterReading",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      }
    ],
    "name": "getRoleAdmin",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "grantRole",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "hasRole",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "address",
            "name": "meter",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "day",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "multiplier",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "register",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "modulus",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "closing",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "rollover",
            "type": "bool"
          },
          {
            "internalType": "bytes32",
            "name": "evidence",
            "type": "bytes32"
          }
        ],
        "internalType": "struct IBilling.Installation",
        "name": "installation",
        "type": "tuple"
      }
    ],
    "name": "installMeter",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      }
    ],
    "name": "pay",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "channel",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "receiptReference",
        "type": "bytes32"
      }
    ],
    "name": "postReceipt",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "category",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "load",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "cycle",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "instalments",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "daysToPay",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "firstDay",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "consumerKey",
            "type": "address"
          }
        ],
        "internalType": "struct IBilling.Terms",
        "name": "terms",
        "type": "tuple"
      }
    ],
    "name": "proposeTerms",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "callerConfirmation",
        "type": "address"
      }
    ],
    "name": "renounceRole",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "bill",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "outcome",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "document",
        "type": "bytes32"
      }
    ],
    "name": "resolveDispute",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "channel",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "receiptReference",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "reason",
        "type": "uint256"
      }
    ],
    "name": "reverseReceipt",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "previous",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "bill",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "revision",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "start",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "end",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "multiplier",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "modulus",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "carried",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "presentBefore",
            "type": "uint256"
          },
          {
            "internalType": "int256",
            "name": "grossBefore",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "alreadyCharged",
            "type": "int256"
          },
          {
            "internalType": "uint256",
            "name": "present",
            "type": "uint256"
          },
          {
            "internalType": "bool",
            "name": "rollover",
            "type": "bool"
          }
        ],
        "internalType": "struct IBilling.Correction[]",
        "name": "corrections",
        "type": "tuple[]"
      },
      {
        "internalType": "uint256",
        "name": "reason",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "document",
        "type": "bytes32"
      }
    ],
    "name": "revise",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "revokeRole",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "tariff",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "category",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "effectiveFrom",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "basis",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "fixedPerKW",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "fixedPerConnection",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "dutyRate",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "dutyBase",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "dutyPerUnit",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "roundTo",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "orderHash",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "slabCount",
            "type": "uint256"
          },
          {
            "components": [
              {
                "internalType": "uint256",
                "name": "upTo",
                "type": "uint256"
              },
              {
                "internalType": "uint256",
                "name": "rate",
                "type": "uint256"
              },
              {
                "internalType": "int256",
                "name": "fuel",
                "type": "int256"
              },
              {
                "internalType": "uint256",
                "name": "subsidy",
                "type": "uint256"
              }
            ],
            "internalType": "struct IBilling.Slab[8]",
            "name": "slabs",
            "type": "tuple[8]"
          }
        ],
        "internalType": "struct IBilling.Rate",
        "name": "rate",
        "type": "tuple"
      }
    ],
    "name": "setRate",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "account",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "register",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "day",
        "type": "uint256"
      },
      {
        "internalType": "bool",
        "name": "rollover",
        "type": "bool"
      },
      {
        "internalType": "bytes32",
        "name": "r",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "vs",
        "type": "bytes32"
      }
    ],
    "name": "submitReading",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "interfaceId",
        "type": "bytes4"
      }
    ],
    "name": "supportsInterface",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "sweep",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "totals",
    "outputs": [
      {
        "internalType": "int256",
        "name": "billed",
        "type": "int256"
      },
      {
        "internalType": "int256",
        "name": "adjusted",
        "type": "int256"
      },
      {
        "internalType": "int256",
        "name": "paid",
        "type": "int256"
      },
      {
        "internalType": "uint256",
        "name": "nextTariff",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "withdrawRate",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const
