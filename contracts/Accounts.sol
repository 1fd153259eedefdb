// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Charging} from "./Charging.sol";

/// @notice Terms as stored: one slot. What the contract itself needs of them; the acceptance's event holds the rest.
/// @dev `anchor` is the first day of the first terms in the row that share this cycle: the cycle counts from there.
struct Term {
    uint16 category;
    uint32 load;
    uint8 cycle;
    uint16 daysToPay;
    uint32 firstDay;
    uint32 anchor;
}

/// @notice What waits for the next real reading: one slot, in force while the hot slot's `isPending` says so.
struct Pending {
    uint32 chargedTo;
    int64 alreadyCharged;
    uint64 carried;
    uint32 meterDay;
}

/// @notice Marks of a bill: one slot, none before a first revision or dispute.
struct BillMarks {
    uint32 revisions;
    bool isDisputed;
}

/// @notice An account in storage; the numbers are places relative to keccak256(account ‖ 1). Categories and account 0
/// use the first two.
struct Slots {
    bytes32 head; // +0
    uint256 hot; // +1, see Accounts.save
    address meter; // +2
    uint32 multiplier;
    uint64 modulus;
    address consumerKey; // +3
    bytes32 proposal; // +4
    Pending pending; // +5
    mapping(uint256 index => Term) terms; // +6
    mapping(uint256 bill => BillMarks) bills; // +7
}

/// @notice An account in memory while an act works on it: its head and its hot slot, opened.
struct Book {
    bytes32 account;
    bytes32 head;
    uint256 seq;
    int256 balance;
    uint256 register;
    uint256 realDay;
    uint256 bills;
    uint256 terms;
    uint256 estimates;
    bool isClosed;
    bool isPending;
}

/// @title Opening, logging into and saving an account
library Accounts {
    /// @notice Read head and hot slot: two slots, whatever follows.
    function open(Slots storage slots, bytes32 account) internal view returns (Book memory book) {
        uint256 hot = slots.hot;
        book.account = account;
        book.head = slots.head;
        book.seq = uint32(hot);
        book.balance = int64(uint64(hot >> 32));
        book.register = uint64(hot >> 96);
        book.realDay = uint32(hot >> 160);
        book.bills = uint32(hot >> 192);
        book.terms = uint16(hot >> 224);
        book.estimates = (hot >> 240) & 3;
        book.isClosed = (hot >> 242) & 1 != 0;
        book.isPending = (hot >> 243) & 1 != 0;
    }

    /// @notice Write head and hot slot. Register, day and estimates were bounded where they came in.
    function save(Slots storage slots, Book memory book) internal {
        Charging.within("seq", book.seq, 0, type(uint32).max);
        Charging.within("bills", book.bills, 0, type(uint32).max);
        Charging.within("terms", book.terms, 0, type(uint16).max);
        Charging.money("balance", book.balance);
        slots.head = book.head;
        slots.hot =
            book.seq |
            (uint256(uint64(int64(book.balance))) << 32) |
            (book.register << 96) |
            (book.realDay << 160) |
            (book.bills << 192) |
            (book.terms << 224) |
            (book.estimates << 240) |
            (uint256(book.isClosed ? 1 : 0) << 242) |
            (uint256(book.isPending ? 1 : 0) << 243);
    }

    /// @notice Log one event of the account and take it into the head: head = keccak256(abi.encode(head, topic0, seq,
    /// keccak256(data))).
    /// @param topic The event's topic0.
    /// @param place Where its data stand in memory.
    /// @param words How many words they are.
    function log(Book memory book, bytes32 topic, uint256 place, uint256 words) internal {
        uint256 seq;
        unchecked {
            seq = ++book.seq;
        }
        bytes32 account = book.account;
        bytes32 head = book.head;
        assembly ("memory-safe") {
            let size := shl(5, words)
            log3(place, size, topic, account, seq)
            let free := mload(0x40)
            mstore(free, head)
            mstore(add(free, 0x20), topic)
            mstore(add(free, 0x40), seq)
            mstore(add(free, 0x60), keccak256(place, size))
            head := keccak256(free, 0x80)
        }
        book.head = head;
    }
}
