// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IBilling} from "./IBilling.sol";

/// @title Where an event's data stand in memory
/// @notice A static struct in memory is its own ABI encoding, so it is hashed and logged from where it stands; encoding
/// it for each use cost 1.2 KB of code.
library EventData {
    function placeOf(IBilling.RateWithdrawal memory data) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := data
        }
    }

    function placeOf(IBilling.Meter memory data) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := data
        }
    }

    function placeOf(IBilling.AgreementTerms memory data) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := data
        }
    }

    function placeOf(IBilling.Consumption memory data) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := data
        }
    }

    function placeOf(IBilling.Charge memory data) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := data
        }
    }

    function placeOf(IBilling.Bill memory data) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := data
        }
    }

    function placeOf(IBilling.Payment memory data) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := data
        }
    }

    function placeOf(IBilling.Reversal memory data) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := data
        }
    }

    function placeOf(IBilling.Revision memory data) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := data
        }
    }

    function placeOf(IBilling.Dispute memory data) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := data
        }
    }

    function placeOf(IBilling.Resolution memory data) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := data
        }
    }

    function placeOf(IBilling.Adjustment memory data) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := data
        }
    }

    function placeOf(IBilling.Closing memory data) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := data
        }
    }

    function placeOf(IBilling.RoleChange memory data) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := data
        }
    }

    function placeOf(IBilling.Sweep memory data) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := data
        }
    }
}
