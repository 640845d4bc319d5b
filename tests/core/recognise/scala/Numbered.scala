// Numbers of messages, one of which ends in another word than a status's phrase.
package tea.http

object Numbered {
  final val ColumnDefinition = 101
  final val ParamProcessingFinished = 102
  final val OrderCreated = 201 //: 201 status
  final val OrderCreatedLater = 201
}
