variable "app_name" {
  description = "Id of the app in the service; begins the names of groups, clients, policies and the role."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,49}$", var.app_name))
    error_message = "Lower-case letters, digits and hyphens, 2 to 50, a letter first."
  }
}

variable "domain_prefix" {
  description = "Prefix of the pool's domain, free in the region; clients get their tokens there."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.domain_prefix)) && !can(regex("aws|amazon|cognito", var.domain_prefix))
    error_message = "Lower-case letters, digits and hyphens, 63 at most, and without the words aws, amazon and cognito."
  }
}

variable "platform" {
  description = "Whether the pool is the platform's; then it has a client that may administer apps."
  type        = bool
  default     = false
}

variable "resource_server_identifier" {
  description = "What begins the scopes; connector.resource-server of the service."
  type        = string
  default     = "connector"

  validation {
    condition     = can(regex("^[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,256}$", var.resource_server_identifier))
    error_message = "1 to 256 visible ASCII characters without quotes and backslashes."
  }
}

variable "mfa" {
  description = "Whether a second factor, a software token, is everybody's own choice (OPTIONAL) or asked of everybody (ON)."
  type        = string
  default     = "OPTIONAL"

  validation {
    condition     = contains(["OPTIONAL", "ON"], var.mfa)
    error_message = "OPTIONAL or ON."
  }
}

variable "deletion_protection" {
  description = "INACTIVE only for pools that may be lost with all of their users."
  type        = string
  default     = "ACTIVE"

  validation {
    condition     = contains(["ACTIVE", "INACTIVE"], var.deletion_protection)
    error_message = "ACTIVE or INACTIVE."
  }
}

variable "ses_identity_arn" {
  description = "Verified identity of Amazon SES that sends mails; null for Cognito's own address, which sends 50 a day."
  type        = string
  default     = null

  validation {
    condition     = var.ses_identity_arn == null || can(regex("^arn:aws[a-z-]*:ses:[a-z0-9-]+:[0-9]{12}:identity/.+$", var.ses_identity_arn))
    error_message = "Null, or the ARN of an identity of Amazon SES."
  }
}

variable "sender" {
  description = "Who mails come from, an address of that identity, with or without a name before it; goes with ses_identity_arn."
  type        = string
  default     = null

  validation {
    condition     = var.sender == null || can(regex("^([^<>]+@[^<>]+|[^<>]+ <[^<>]+@[^<>]+>)$", var.sender))
    error_message = "Null, or like noreply@example.com or Web shop <noreply@example.com>."
  }

  validation {
    condition     = (var.sender == null) == (var.ses_identity_arn == null)
    error_message = "With an ses_identity_arn goes the sender of its mails, and the other way round."
  }
}

variable "service_role_name" {
  description = "Role of the service in this account, for apps with credentials of type DEFAULT; null for others."
  type        = string
  default     = null

  validation {
    condition     = var.service_role_name == null || can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", var.service_role_name))
    error_message = "Null, or the name of a role, without its path."
  }
}

variable "service_role_arn" {
  description = "Role of the service in whatever account, which assumes the app's role; goes with external_id."
  type        = string
  default     = null

  validation {
    condition     = var.service_role_arn == null || can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$", var.service_role_arn))
    error_message = "Null, or the ARN of a role."
  }
}

variable "external_id" {
  description = "credentials.externalId of the app, for credentials of type ASSUME_ROLE; null makes no role."
  type        = string
  default     = null

  validation {
    condition     = var.external_id == null || can(regex("^[A-Za-z0-9+=,.@:/_-]{2,1000}$", var.external_id))
    error_message = "Null, or what the service has answered."
  }

  validation {
    condition     = (var.external_id == null) == (var.service_role_arn == null)
    error_message = "With an external_id goes the service_role_arn that is trusted, and the other way round."
  }
}
