"""A person with a phone: says, sends, taps and sees. Tests and the web page act through this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.attachments import Attachment
from simulator.attachments import document as a_document
from simulator.attachments import photo as a_photo
from simulator.entities import plain
from simulator.membership import block, follow_link, leave
from simulator.membership import settle_join_request as settle
from simulator.posting import Manner, delete, edit, post
from simulator.pressing import Picked, Target, answer_to, find_target, press_inline, press_key
from simulator.tapping import Toast, tap
from simulator.views import View, last_lines, view
from simulator.voting import react, vote
from simulator.watching import PATIENCE_SECONDS, first_match
from simulator.world import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.chats import Chat
    from simulator.groups import Group
    from simulator.messages import Message
    from simulator.people import User
    from simulator.wire import Wire
    from simulator.world import World


class Person:
    def __init__(self, world: World, user: User) -> None:
        self.world = world
        self.user = user

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def name(self) -> str:
        return self.user.full_name

    def chat(self, in_: Group | None = None) -> Chat:
        """The group, or the private chat with the bot."""
        return in_.chat if in_ is not None else self.world.private_chat(self.user)

    # Saying and sending

    async def starts(self, payload: str = "") -> View:
        """Opens the bot by a link, with its payload."""
        return await self.says(f"/start {payload}".strip())

    async def says(
        self, text: str, *, in_: Group | None = None, reply_to: View | None = None, topic: int | None = None
    ) -> View:
        return self._post(plain(text).wire("text", "entities"), in_, reply_to=reply_to, topic=topic)

    def _post(
        self,
        body: Wire,
        in_: Group | None = None,
        *,
        reply_to: View | None = None,
        topic: int | None = None,
        album: str | None = None,
        origin: Wire | None = None,
        file_ids: tuple[str, ...] = (),
    ) -> View:
        chat = self.chat(in_)
        self._need_access(chat)
        target = reply_to.message if reply_to else self._forced_reply(chat)
        hidden = chat.member(self.user).is_anonymous
        manner = Manner(
            reply_to=target,
            thread_id=topic if topic is not None or target is None else target.thread_id,
            sender_chat=chat if hidden else None,
            forward_origin=origin,
            media_group_id=album,
            file_ids=file_ids,
        )
        return view(self.world, post(self.world, chat, self.world.anonymous if hidden else self.user, body, manner))

    def _need_access(self, chat: Chat) -> None:
        if self.user.deactivated:
            raise ValueError(f"{self.name} has no account any more.")
        if chat.is_group and (not chat.member(self.user).is_present or chat.migrated_to is not None):
            raise ValueError(f"{self.name} is not in {chat.title!r}.")
        if not chat.is_group:
            block(self.world, self.user, blocked=False)  # Telegram asks to restart the bot before it lets one write
            self.user.started = True

    def _forced_reply(self, chat: Chat) -> Message | None:
        message = chat.reply_keyboards.get(self.user.id)
        if message is None or not (message.reply_markup or {}).get("force_reply"):
            return None
        return chat.reply_keyboards.pop(self.user.id)

    async def sends(
        self,
        attachment: Attachment,
        *,
        in_: Group | None = None,
        topic: int | None = None,
        reply_to: View | None = None,
        album: str | None = None,
    ) -> View:
        content = None if attachment.size is not None else attachment.content
        file = self.world.files.add(
            attachment.kind,
            content,
            name=attachment.name,
            mime=attachment.mime,
            size=attachment.size,
            duration=attachment.duration,
            emoji=attachment.emoji,
        )
        body = {attachment.kind: file.wire()} | plain(attachment.caption).wire("caption", "caption_entities")
        return self._post(body, in_, reply_to=reply_to, topic=topic, album=album, file_ids=(file.file_id,))

    async def sends_document(
        self,
        name: str,
        content: bytes | None = None,
        *,
        mime: str = "",
        caption: str = "",
        in_: Group | None = None,
        size: int | None = None,
        reply_to: View | None = None,
        topic: int | None = None,
    ) -> View:
        attachment = a_document(name, content, mime=mime, caption=caption, size=size)
        return await self.sends(attachment, in_=in_, reply_to=reply_to, topic=topic)

    async def sends_photo(
        self,
        content: bytes | None = None,
        *,
        caption: str = "",
        in_: Group | None = None,
        reply_to: View | None = None,
        topic: int | None = None,
    ) -> View:
        return await self.sends(a_photo(content, caption=caption), in_=in_, reply_to=reply_to, topic=topic)

    async def sends_album(
        self,
        items: Sequence[Attachment],
        *,
        in_: Group | None = None,
        topic: int | None = None,
        album: str | None = None,
    ) -> list[View]:
        """One message for each item; pass the same `album` again for parts that come late."""
        album = album or str(13_900_000_000_000_000 + self.world.count("album"))
        return [await self.sends(item, in_=in_, topic=topic, album=album) for item in items]

    async def sends_voice(
        self, content: bytes = b"OggS", *, duration: int = 3, in_: Group | None = None, reply_to: View | None = None
    ) -> View:
        return await self.sends(
            Attachment(kind="voice", content=content, duration=duration), in_=in_, reply_to=reply_to
        )

    async def sends_video(
        self, content: bytes = b"video", *, name: str = "video.mp4", caption: str = "", in_: Group | None = None
    ) -> View:
        return await self.sends(Attachment(kind="video", content=content, name=name, caption=caption), in_=in_)

    async def sends_sticker(self, emoji: str = "🙂", *, in_: Group | None = None) -> View:
        return await self.sends(Attachment(kind="sticker", content=b"RIFF", emoji=emoji), in_=in_)

    async def sends_location(
        self, latitude: float = 42.7, longitude: float = 23.3, *, in_: Group | None = None
    ) -> View:
        return self._post({"location": {"latitude": latitude, "longitude": longitude}}, in_)

    async def sends_contact(self, of: Person | None = None) -> View:
        user = of.user if of else self.user
        return self._post({"contact": {"phone_number": user.phone, "first_name": user.first_name, "user_id": user.id}})

    async def forwards(self, message: View, *, in_: Group | None = None) -> View:
        source = message.message
        origin: Wire = {"type": "user", "sender_user": source.sender.wire(), "date": source.date}
        return self._post(dict(source.body), in_, origin=source.forward_origin or origin, file_ids=source.file_ids)

    async def edits(self, message: View, text: str) -> View:
        """The text, or the caption of a file."""
        fields = ("text", "entities") if "text" in message.message.body else ("caption", "caption_entities")
        kept = {name: value for name, value in message.message.body.items() if name not in fields}
        edit(self.world, message.message, kept | plain(text).wire(*fields), message.message.reply_markup)
        return view(self.world, message.message)

    async def deletes(self, message: View) -> None:
        delete(self.world, message.message)

    async def reacts(self, message: View, *emoji: str) -> None:
        react(self.world, message.message, self.user, emoji)

    async def votes(self, message: View, *options: int) -> None:
        """By index; with none the vote is taken back."""
        vote(self.world, message.message, self.user, options)

    # Tapping

    async def presses(
        self,
        label: str,
        *,
        on: View | None = None,
        in_: Group | None = None,
        choose: Group | Sequence[Person] | None = None,
        create: str | None = None,
        timeout: float = PATIENCE_SECONDS,
    ) -> Toast:
        """Taps the newest button whose label contains this, waiting for one to appear, then for the bot's answer.

        Where the key opens a picker, `choose` is the group or the people picked, `create` the title of a new group.
        """
        chat = on.message.chat if on else self._readable(in_)
        target = await find_target(self.world, self.user, chat, label, timeout_seconds=timeout, on=on)
        match target:
            case Target(message=message, button=button) if message is not None and button is not None:
                return await press_inline(self, message, button, timeout)
            case Target(key=key) if key is not None:
                await press_key(self, chat, key, Picked(choose=choose, create=create, in_=in_))
                return Toast()
            case _:
                raise AssertionError(f"{self.name} finds no button {label!r}.\n{last_lines(self.world, chat)}")

    async def presses_raw(self, message: View, data: str, *, timeout: float = PATIENCE_SECONDS) -> Toast:
        """A forged tap: any data, on any message, from anyone."""
        return await answer_to(self.world, tap(self.world, self.user, message.message, data), timeout)

    # Seeing

    async def sees(
        self,
        text: str,
        *,
        in_: Group | None = None,
        timeout: float = PATIENCE_SECONDS,
        after: View | None = None,
    ) -> View:
        """Waits for a live message of somebody else that contains the text; `after` leaves out older ones."""
        chat = self._readable(in_)
        least = after.message_id if after else 0

        def seen(message: Message) -> View | None:
            fits = text in message.text and message.sender is not self.user and message.message_id > least
            return view(self.world, message) if fits else None

        found = await first_match(self.world, chat, seen, timeout)
        if found is None:
            raise AssertionError(f"{self.name} did not see {text!r}.\n{last_lines(self.world, chat)}")
        return found

    async def sees_no(self, text: str, *, in_: Group | None = None) -> None:
        found = [seen for seen in self.messages(in_) if text in seen.text and seen.message.sender is not self.user]
        if found:
            raise AssertionError(f"{self.name} sees {text!r} in {found[0].text!r}.")

    def _readable(self, in_: Group | None) -> Chat:
        chat = self.chat(in_)
        if not chat.shows_to(self.user):
            raise ValueError(f"{self.name} is not in {chat.title!r} and sees nothing of it.")
        return chat

    def messages(self, in_: Group | None = None) -> list[View]:
        """Everything that stands in the chat, oldest first."""
        shown = self._readable(in_).messages.values()
        return [view(self.world, message) for message in shown if not message.deleted]

    # Coming and going

    def blocks_bot(self) -> None:
        block(self.world, self.user, blocked=True)

    def unblocks_bot(self) -> None:
        block(self.world, self.user, blocked=False)

    def deactivates(self) -> None:
        """Deletes the account."""
        self.user.deactivated = True
        self.world.changed(Change(kind="person", user_id=self.id))

    async def joins(self, link: str) -> bool:
        """False when the link only asks to be let in."""
        return follow_link(self.world, self.user, link)

    async def leaves(self, group: Group) -> None:
        leave(self.world, group.chat, self.user)

    async def lets_in(self, person: Person, group: Group, *, approved: bool = True) -> None:
        """As an administrator, settles a request to join."""
        settle(self.world, group.chat, person.user, approved=approved, by=self.user)
